package io.tallygate.devices.ledger.rest;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Violations;
import io.tallygate.devices.ledger.domain.DeviceChange;
import io.tallygate.devices.ledger.domain.DeviceField;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new tag for a device, in place of whatever it had. */
@Schema(name = "Retagging")
public record RetaggingBody(
        @Schema(required = true, description = "As of a new device's tag") @Nullable
        String epc,

        @Schema(description = "As of a new device's tag; left out, none is enrolled") @Nullable
        String tid,

        @Schema(required = true, description = "Why, for the register", maxLength = 500) @Nullable
        String reason) {

    private static final int REASON_LENGTH = 500;

    Outcome<DeviceChange> toChange() {
        Violations violations = new Violations();
        violations.requirePresent("tag.epc", present(epc).orElse(null));
        violations.requireText("reason", reason, REASON_LENGTH);
        return violations
                .asInvalidRequest()
                .<Outcome<DeviceChange>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(new DeviceChange(
                        Map.of(DeviceField.EPC, present(epc), DeviceField.TID, present(tid)),
                        String.valueOf(reason).strip())));
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
