/** The ledgers over HTTP, {@code /api/devices}. Resources translate and delegate. */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.ledger.rest;
