package io.tallygate.devices.ledger.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of computers and removable media. */
public enum DeviceKind {
    DESKTOP(true),
    LAPTOP(true),
    SERVER(true),
    USB_DRIVE(false),
    PORTABLE_DISK(false),
    OPTICAL_DISC(false),
    MEMORY_CARD(false),
    TAPE(false);

    private final boolean computer;

    DeviceKind(boolean computer) {
        this.computer = computer;
    }

    /** A computer; else a removable medium. */
    public boolean computer() {
        return computer;
    }

    public static Optional<DeviceKind> ofName(String name) {
        return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
