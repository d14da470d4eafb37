package io.tallygate.devices.ledger.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceDetails;
import io.tallygate.devices.ledger.domain.DeviceKind;
import io.tallygate.devices.ledger.domain.DeviceState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device as it is answered. */
@Schema(name = "Device")
public record DeviceView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "CC-2026-000123")
        String ledgerNo,

        @Schema(required = true) DeviceKind kind,
        @Schema(required = true) boolean classified,
        @Schema(required = true) Level level,
        @Schema(required = true) String name,
        @Schema(required = true) String manufacturer,
        @Schema(required = true) String model,
        @Schema(required = true) String serialNo,
        @Nullable String diskSerialNo,
        @Nullable String usbUniqueId,
        @Schema(required = true) String departmentCode,
        @Schema(required = true) String keeperNo,
        @Nullable String cabinetCode,
        @Nullable TagBody tag,
        @Schema(required = true) DeviceState state,
        @Schema(required = true) long version,
        @Schema(required = true) Instant registeredAt) {

    static DeviceView of(Device device) {
        DeviceDetails details = device.details();
        return new DeviceView(
                device.id(),
                device.ledgerNo().value(),
                details.kind(),
                details.classified(),
                details.level(),
                details.name(),
                details.manufacturer(),
                details.model(),
                details.serialNo(),
                details.diskSerialNo(),
                details.usbUniqueId(),
                details.departmentCode(),
                details.keeperNo(),
                details.cabinetCode(),
                TagBody.of(details.tag()),
                device.state(),
                device.version(),
                device.registeredAt());
    }
}
