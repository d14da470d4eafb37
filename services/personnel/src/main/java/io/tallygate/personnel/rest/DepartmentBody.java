package io.tallygate.personnel.rest;

import io.tallygate.commons.problem.Violations;
import io.tallygate.personnel.Department;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A department to be added. */
@Schema(requiredProperties = {"code", "name"})
public record DepartmentBody(
        @Schema(pattern = "[A-Z][A-Z0-9-]{0,19}", examples = "RD") @Nullable
        String code,

        @Schema(maxLength = 100) @Nullable String name) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,19}");

    /**
     * The department this asks for.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 with everything that is wrong
     */
    Department toDepartment() {
        Violations violations = new Violations()
                .requirePresent("code", code)
                .requireMatch("code", code, CODE, "MALFORMED", "1 to 20 capitals, digits and dashes, a capital first")
                .requireText("name", name, 100);
        if (code == null || name == null || !violations.isEmpty()) {
            throw Refusals.of(violations);
        }
        return new Department(code, name.strip(), true);
    }
}
