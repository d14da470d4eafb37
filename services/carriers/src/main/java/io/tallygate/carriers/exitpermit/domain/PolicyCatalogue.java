package io.tallygate.carriers.exitpermit.domain;

import java.time.Duration;
import java.util.Map;

/**
 * What the regulations leave to the organisation, by name. It denies by default: a policy that is not listed, or whose value
 * means nothing, allows nothing.
 */
public record PolicyCatalogue(Map<String, String> values) {

    /** Whether a TOP_SECRET item may be carried out at all: {@code allowed}, else barred (C17; sources 001 and 004 differ). */
    public static final String CARRY_OUT_TOP_SECRET = "carryOut.topSecret";

    /** The longest window of a permit, in days. */
    public static final String CARRY_OUT_MAX_DAYS = "carryOut.maxDays";

    public PolicyCatalogue {
        values = Map.copyOf(values);
    }

    public boolean allows(String policy) {
        return "allowed".equals(values.get(policy));
    }

    public Duration days(String policy) {
        String value = values.getOrDefault(policy, "");
        return value.matches("\\d{1,4}") ? Duration.ofDays(Integer.parseInt(value)) : Duration.ZERO;
    }
}
