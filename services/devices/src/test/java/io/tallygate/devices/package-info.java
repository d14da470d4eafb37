/** Scenarios of the ledgers, through HTTP against the real stores; what all of them share. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices;
