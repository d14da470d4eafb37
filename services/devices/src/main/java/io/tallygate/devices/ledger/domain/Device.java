package io.tallygate.devices.ledger.domain;

import java.time.Instant;
import java.util.UUID;

/** A device in a ledger. {@code version} begins at 1 and grows by one with each change. */
public record Device(
        UUID id, LedgerNo ledgerNo, DeviceDetails details, DeviceState state, long version, Instant registeredAt) {

    public static Device registered(UUID id, LedgerNo ledgerNo, DeviceDetails details, Instant at) {
        return new Device(id, ledgerNo, details, DeviceState.IN_USE, 1, at);
    }

    /** The next version of it. */
    public Device changed(LedgerNo newLedgerNo, DeviceDetails newDetails, DeviceState newState) {
        return new Device(id, newLedgerNo, newDetails, newState, version + 1, registeredAt);
    }

    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
