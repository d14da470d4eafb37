package io.tallygate.devices.ledger.rest;

import io.tallygate.devices.ledger.messaging.DeviceHistory;
import io.tallygate.register.RegisterHistory;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened to a device, newest first. */
@Schema(name = "DeviceHistory")
public record DeviceHistoryView(@Schema(required = true) List<Item> items) {

    /** One happening. */
    @Schema(name = "DeviceHistoryItem")
    public record Item(
            @Schema(required = true) Instant at,
            @Schema(required = true) String actor,
            @Schema(required = true) DeviceHistory.DeviceHistoryType type,
            @Schema(required = true) List<String> changedFields,
            @Nullable String reason,
            @Schema(required = true) long version) {

        private static Item of(DeviceHistory happened) {
            return new Item(
                    happened.at(),
                    happened.actor(),
                    happened.type(),
                    happened.changedFields(),
                    happened.reason(),
                    happened.version());
        }
    }

    static DeviceHistoryView of(List<RegisterHistory.Entry> entries) {
        return new DeviceHistoryView(
                entries.stream().map(DeviceHistory::of).map(Item::of).toList());
    }
}
