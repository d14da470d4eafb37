/** Scenarios of registering, reading and changing devices. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.ledger;
