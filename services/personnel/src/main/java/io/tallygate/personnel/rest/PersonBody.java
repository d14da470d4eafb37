package io.tallygate.personnel.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Violations;
import io.tallygate.personnel.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person to be added. */
@Schema(requiredProperties = {"personNo", "name", "departmentCode", "post", "clearance"})
public record PersonBody(
        @Schema(pattern = PersonFields.PERSON_NO, examples = "P0101") @Nullable
        String personNo,

        @Schema(
                pattern = PersonFields.USERNAME,
                description = "The name the person signs in with; none where they do not")
        @Nullable
        String username,

        @Schema(maxLength = PersonFields.TEXT) @Nullable String name,
        @Schema(examples = "RD") @Nullable String departmentCode,
        @Schema(maxLength = PersonFields.TEXT) @Nullable String post,
        @Schema(ref = "Level") @Nullable String clearance) {

    /**
     * The person this asks for.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 with everything that is wrong
     */
    Person toPerson() {
        Violations violations = violations();
        if (personNo == null
                || name == null
                || departmentCode == null
                || post == null
                || clearance == null
                || !violations.isEmpty()) {
            throw Refusals.of(violations);
        }
        return new Person(
                personNo, username, name.strip(), departmentCode, post.strip(), Level.valueOf(clearance), true, 0);
    }

    private Violations violations() {
        Violations violations = new Violations();
        PersonFields.personNo(violations, personNo);
        PersonFields.username(violations, username);
        violations.requireText("name", name, PersonFields.TEXT);
        violations.requireText("departmentCode", departmentCode, 20);
        violations.requireText("post", post, PersonFields.TEXT);
        violations.requirePresent("clearance", clearance);
        PersonFields.clearance(violations, clearance);
        return violations;
    }

    @Override
    public String toString() {
        return "PersonBody[" + personNo + "]";
    }
}
