package io.tallygate.devices.ledger.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.devices.ledger.domain.DeviceState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a change for the OpenAPI document. The merge patch itself is read by {@link MergePatch}, since a record cannot tell a
 * field that is null from one that is absent.
 */
@Schema(name = "DevicePatch", description = "RFC 7396: what is absent stays, null clears `cabinetCode` and `tag`")
public record DevicePatchBody(
        @Nullable String name,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable Level level,
        @Nullable String departmentCode,
        @Nullable String keeperNo,
        @Schema(nullable = true) @Nullable String cabinetCode,
        @Schema(nullable = true) @Nullable TagBody tag,
        @Nullable DeviceState state,

        @Schema(required = true, description = "Why, for the register", maxLength = 500)
        String reason) {}
