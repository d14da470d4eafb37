package io.tallygate.facilities;

import io.tallygate.commons.problem.Violations;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How rooms, cabinets, portals and desks are named. */
public final class Codes {

    public static final String FORM = "[A-Z][A-Z0-9-]{0,19}";
    public static final int NAME_LENGTH = 100;

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Codes() {}

    /** REQUIRED when absent, MALFORMED when it is no code. */
    public static void require(Violations violations, String field, @Nullable String code) {
        violations
                .requirePresent(field, code)
                .requireMatch(
                        field, code, PATTERN, "MALFORMED", "1 to 20 capitals, digits and dashes, a capital first");
    }
}
