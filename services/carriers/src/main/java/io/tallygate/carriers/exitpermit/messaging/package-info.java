/** Exit permits in our register, and with it in {@code ledger.exit-permits.v1}, which the gates judge by. */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.exitpermit.messaging;
