package io.tallygate.devices.ledger.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.devices.ledger.domain.DeviceDraft;
import io.tallygate.devices.ledger.domain.DeviceKind;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device to register. Everything arrives as text, so that all that is wrong with it can be told at once. */
@Schema(name = "NewDevice")
public record DeviceBody(
        @Schema(required = true, type = SchemaType.STRING, implementation = DeviceKind.class) @Nullable
        String kind,

        @Schema(required = true, description = "true from CONFIDENTIAL up, false below") @Nullable
        Boolean classified,

        @Schema(required = true, type = SchemaType.STRING, implementation = Level.class) @Nullable
        String level,

        @Schema(required = true, maxLength = 200) @Nullable String name,
        @Schema(required = true, maxLength = 100) @Nullable String manufacturer,
        @Schema(required = true, maxLength = 100) @Nullable String model,
        @Schema(required = true, maxLength = 100) @Nullable String serialNo,
        @Schema(maxLength = 100) @Nullable String diskSerialNo,
        @Schema(maxLength = 100) @Nullable String usbUniqueId,
        @Schema(required = true, maxLength = 40) @Nullable String departmentCode,
        @Schema(required = true, maxLength = 40) @Nullable String keeperNo,
        @Schema(maxLength = 40) @Nullable String cabinetCode,
        @Nullable TagBody tag,

        @Schema(description = "A number taken over; left out, the ledger gives the next one", maxLength = 40) @Nullable
        String ledgerNo) {

    DeviceDraft toDraft() {
        return new DeviceDraft(
                ledgerNo,
                kind,
                classified,
                level,
                name,
                manufacturer,
                model,
                serialNo,
                diskSerialNo,
                usbUniqueId,
                departmentCode,
                keeperNo,
                cabinetCode,
                tag != null,
                tag == null ? null : tag.epc(),
                tag == null ? null : tag.tid());
    }
}
