/** What the columns and cells of somebody else's ledger mean in ours, and the verdict on each row. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.imports.domain;
