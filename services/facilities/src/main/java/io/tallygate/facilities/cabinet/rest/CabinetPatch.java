package io.tallygate.facilities.cabinet.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.Codes;
import io.tallygate.facilities.cabinet.CabinetChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to become different; what is left out (or null) stays. */
public record CabinetPatch(
        @Schema(maxLength = Codes.NAME_LENGTH) @Nullable String name,
        @Schema(ref = "Level") @Nullable String maxLevel) {

    /**
     * The change this asks for.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 with everything that is wrong
     */
    CabinetChange toChange() {
        Violations violations = new Violations();
        if (name != null) {
            violations.requireText("name", name, Codes.NAME_LENGTH);
        }
        CabinetBody.requireLevel(violations, maxLevel);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations.list()).asException();
        }
        return new CabinetChange(name == null ? null : name.strip(), maxLevel == null ? null : Level.valueOf(maxLevel));
    }
}
