package io.tallygate.devices.ledger.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import io.tallygate.contracts.devices.v1.DeviceChanged;
import io.tallygate.contracts.devices.v1.DeviceRegistered;
import io.tallygate.register.RegisterHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a device, read back from its register entry. */
public record DeviceHistory(
        Instant at,
        String actor,
        DeviceHistoryType type,
        List<String> changedFields,
        @Nullable String reason,
        long version) {

    /** What happened. */
    public enum DeviceHistoryType {
        REGISTERED,
        CHANGED
    }

    public DeviceHistory {
        changedFields = List.copyOf(changedFields);
    }

    public static DeviceHistory of(RegisterHistory.Entry entry) {
        try {
            if (entry.eventType().equals(DeviceRegistered.getDescriptor().getFullName())) {
                return registered(entry, DeviceRegistered.parseFrom(entry.event()));
            }
            return changed(entry, DeviceChanged.parseFrom(entry.event()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The register holds an entry that is not ours", e);
        }
    }

    private static DeviceHistory registered(RegisterHistory.Entry entry, DeviceRegistered event) {
        return new DeviceHistory(
                entry.recordedAt(),
                entry.actor(),
                DeviceHistoryType.REGISTERED,
                List.of(),
                null,
                event.getDevice().getVersion());
    }

    private static DeviceHistory changed(RegisterHistory.Entry entry, DeviceChanged event) {
        return new DeviceHistory(
                entry.recordedAt(),
                entry.actor(),
                DeviceHistoryType.CHANGED,
                event.getChangedFieldsList(),
                event.getReason(),
                event.getDevice().getVersion());
    }
}
