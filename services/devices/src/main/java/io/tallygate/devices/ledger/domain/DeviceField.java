package io.tallygate.devices.ledger.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** What of a device can change, by its JSON path; the rest is what makes it this device. */
public enum DeviceField {
    NAME("name"),
    MANUFACTURER("manufacturer"),
    MODEL("model"),
    LEVEL("level"),
    DEPARTMENT("departmentCode"),
    KEEPER("keeperNo"),
    CABINET("cabinetCode"),
    EPC("tag.epc"),
    TID("tag.tid"),
    STATE("state");

    private final String path;

    DeviceField(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    public static Optional<DeviceField> ofPath(String path) {
        return Stream.of(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
