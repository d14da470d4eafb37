/** What custody does: follow the ledgers, follow the gates, answer who has what. */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.custody.application;
