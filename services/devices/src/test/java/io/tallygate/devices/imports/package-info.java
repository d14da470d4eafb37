/** Scenarios of imports: what files are taken, and what becomes of each row. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.imports;
