package io.tallygate.facilities.portal.rest;

import io.tallygate.commons.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Numbers with a lower and an upper bound. */
public final class Ranges {

    private static final double LEAST_POWER_DBM = -10;
    private static final double MOST_POWER_DBM = 40;

    private Ranges() {}

    /** REQUIRED when absent, OUT_OF_RANGE when not within {@code from} to {@code to}. */
    public static void require(Violations violations, String field, @Nullable Integer value, int from, int to) {
        violations.requirePresent(field, value);
        violations.addIf(
                value != null && (value < from || value > to), field, "OUT_OF_RANGE", "from " + from + " to " + to);
    }

    /** No reader of the field sends with less or more; which powers one has is known at the gate alone. */
    static void power(Violations violations, String field, @Nullable Double dbm) {
        within(violations, field, dbm, LEAST_POWER_DBM, MOST_POWER_DBM);
    }

    /** OUT_OF_RANGE when there and not within {@code from} to {@code to}. */
    public static void within(Violations violations, String field, @Nullable Double value, double from, double to) {
        violations.addIf(
                value != null && !(value >= from && value <= to), field, "OUT_OF_RANGE", "from " + from + " to " + to);
    }
}
