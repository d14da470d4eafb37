package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.commons.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a permit is taken back, as it comes. */
@Schema(requiredProperties = "reason")
public record RevocationBody(
        @Schema(maxLength = 500) @Nullable String reason) {

    private static final int LONGEST = 500;

    /** @throws io.tallygate.commons.problem.RefusalException 400 with every violation */
    RevocationBody checked() {
        new Violations()
                .requireText("reason", reason, LONGEST)
                .asInvalidRequest()
                .ifPresent(refusal -> {
                    throw refusal.asException();
                });
        return this;
    }
}
