package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.identity.Level;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants changed.
 *
 * @param values the fields that are named; empty clears
 * @param reason why, for the register
 */
public record DeviceChange(Map<DeviceField, Optional<String>> values, String reason) {

    public DeviceChange {
        values = Map.copyOf(values);
    }

    /** {@code device} as it would be, yet unchecked. Whether it is classified follows from the level. */
    DeviceDraft appliedTo(Device device) {
        DeviceDetails now = device.details();
        String level = value(DeviceField.LEVEL, now.level().name());
        String epc = value(DeviceField.EPC, now.epc());
        String tid = value(DeviceField.TID, now.tid());
        return new DeviceDraft(
                null,
                now.kind().name(),
                level != null
                        && Level.ofName(level)
                                .filter(Classification::classified)
                                .isPresent(),
                level,
                value(DeviceField.NAME, now.name()),
                value(DeviceField.MANUFACTURER, now.manufacturer()),
                value(DeviceField.MODEL, now.model()),
                now.serialNo(),
                now.diskSerialNo(),
                now.usbUniqueId(),
                value(DeviceField.DEPARTMENT, now.departmentCode()),
                value(DeviceField.KEEPER, now.keeperNo()),
                value(DeviceField.CABINET, now.cabinetCode()),
                epc != null || tid != null,
                epc,
                tid);
    }

    /** The state it would be in; empty when what is named is none. */
    Optional<DeviceState> stateOf(Device device) {
        return Optional.ofNullable(value(DeviceField.STATE, device.state().name()))
                .flatMap(DeviceState::ofName);
    }

    private @Nullable String value(DeviceField field, @Nullable String current) {
        Optional<String> named = values.get(field);
        return named == null ? current : named.orElse(null);
    }
}
