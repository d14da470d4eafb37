package io.tallygate.devices.ledger.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a device stands in its life (D12, D14). */
public enum DeviceState {
    IN_USE,
    IN_REPAIR,
    SCRAPPED,
    DESTROYED;

    /** Nothing comes back from destruction, and what is scrapped can only be destroyed. */
    public boolean mayBecome(DeviceState next) {
        return switch (this) {
            case IN_USE, IN_REPAIR -> true;
            case SCRAPPED -> next == SCRAPPED || next == DESTROYED;
            case DESTROYED -> next == DESTROYED;
        };
    }

    public static Optional<DeviceState> ofName(String name) {
        return Stream.of(values()).filter(state -> state.name().equals(name)).findFirst();
    }
}
