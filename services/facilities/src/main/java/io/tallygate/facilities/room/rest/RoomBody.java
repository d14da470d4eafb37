package io.tallygate.facilities.room.rest;

import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.Codes;
import io.tallygate.facilities.room.Room;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A room to be added. */
@Schema(requiredProperties = {"code", "name"})
public record RoomBody(
        @Schema(pattern = Codes.FORM, examples = "R-101") @Nullable
        String code,

        @Schema(maxLength = Codes.NAME_LENGTH) @Nullable String name) {

    /**
     * The room this asks for.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 with everything that is wrong
     */
    Room toRoom() {
        Violations violations = new Violations();
        Codes.require(violations, "code", code);
        violations.requireText("name", name, Codes.NAME_LENGTH);
        if (code == null || name == null || !violations.isEmpty()) {
            throw Refusal.invalid(violations.list()).asException();
        }
        return new Room(code, name.strip());
    }
}
