package io.tallygate.personnel.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Violations;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the fields of a person must look, in a new one and in a change alike. */
final class PersonFields {

    static final String PERSON_NO = "P[0-9]{4,8}";
    /** Lower case, because Keycloak signs people in under lower-case names. */
    static final String USERNAME = "[a-z0-9][a-z0-9._@+-]{0,99}";

    static final int TEXT = 100;
    private static final Pattern NUMBER = Pattern.compile(PERSON_NO);
    private static final Pattern ACCOUNT = Pattern.compile(USERNAME);

    private PersonFields() {}

    static void personNo(Violations violations, @Nullable String personNo) {
        violations
                .requirePresent("personNo", personNo)
                .requireMatch("personNo", personNo, NUMBER, "MALFORMED", "P and 4 to 8 digits");
    }

    static void username(Violations violations, @Nullable String username) {
        violations.requireMatch(
                "username", username, ACCOUNT, "MALFORMED", "1 to 100 of a-z, 0-9, . _ @ + -, a letter or digit first");
    }

    static void clearance(Violations violations, @Nullable String clearance) {
        violations.addIf(
                clearance != null && Level.ofName(clearance).isEmpty(),
                "clearance",
                "UNKNOWN_LEVEL",
                "There is no such level.");
    }
}
