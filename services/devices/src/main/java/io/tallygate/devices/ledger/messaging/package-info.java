/** Devices as the register's events, both ways ({@code contracts/events/devices.proto}). */
@org.jspecify.annotations.NullMarked
package io.tallygate.devices.ledger.messaging;
