package io.tallygate.personnel.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Violations;
import io.tallygate.personnel.PersonChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to become different; what is left out (or null) stays. */
public record PersonPatch(
        @Schema(description = "The empty text takes the account away") @Nullable
        String username,

        @Schema(maxLength = PersonFields.TEXT) @Nullable String name,
        @Nullable String departmentCode,
        @Schema(maxLength = PersonFields.TEXT) @Nullable String post,
        @Schema(ref = "Level") @Nullable String clearance,
        @Nullable Boolean active) {

    /**
     * The change this asks for.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 with everything that is wrong
     */
    PersonChange toChange() {
        Violations violations = violations();
        if (!violations.isEmpty()) {
            throw Refusals.of(violations);
        }
        return new PersonChange(
                username,
                name == null ? null : name.strip(),
                departmentCode,
                post == null ? null : post.strip(),
                clearance == null ? null : Level.valueOf(clearance),
                active);
    }

    private Violations violations() {
        Violations violations = new Violations();
        if (username != null && !username.isEmpty()) {
            PersonFields.username(violations, username);
        }
        if (name != null) {
            violations.requireText("name", name, PersonFields.TEXT);
        }
        if (departmentCode != null) {
            violations.requireText("departmentCode", departmentCode, 20);
        }
        if (post != null) {
            violations.requireText("post", post, PersonFields.TEXT);
        }
        PersonFields.clearance(violations, clearance);
        return violations;
    }

    @Override
    public String toString() {
        return "PersonPatch[redacted]";
    }
}
