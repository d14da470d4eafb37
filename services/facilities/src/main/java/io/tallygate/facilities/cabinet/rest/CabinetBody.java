package io.tallygate.facilities.cabinet.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.Codes;
import io.tallygate.facilities.cabinet.Cabinet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cabinet to be added. */
@Schema(requiredProperties = {"code", "roomCode", "name"})
public record CabinetBody(
        @Schema(pattern = Codes.FORM, examples = "CAB-101-1") @Nullable
        String code,

        @Schema(examples = "R-101") @Nullable String roomCode,
        @Schema(maxLength = Codes.NAME_LENGTH) @Nullable String name,
        @Schema(ref = "Level") @Nullable String maxLevel) {

    /**
     * The cabinet this asks for; may hold everything where it does not say otherwise.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 with everything that is wrong
     */
    Cabinet toCabinet() {
        Violations violations = new Violations();
        Codes.require(violations, "code", code);
        violations.requireText("roomCode", roomCode, 20);
        violations.requireText("name", name, Codes.NAME_LENGTH);
        requireLevel(violations, maxLevel);
        if (code == null || roomCode == null || name == null || !violations.isEmpty()) {
            throw Refusal.invalid(violations.list()).asException();
        }
        Level highest = maxLevel == null ? Level.TOP_SECRET : Level.valueOf(maxLevel);
        return new Cabinet(code, roomCode, name.strip(), highest, true, 0);
    }

    static void requireLevel(Violations violations, @Nullable String level) {
        violations.addIf(
                level != null && Level.ofName(level).isEmpty(), "maxLevel", "UNKNOWN_LEVEL", "There is no such level.");
    }
}
