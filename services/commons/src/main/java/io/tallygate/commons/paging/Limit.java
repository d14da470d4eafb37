package io.tallygate.commons.paging;

import io.tallygate.commons.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** How many items a page holds. */
public final class Limit {

    public static final int DEFAULT = 50;
    public static final int MAX = 500;

    private Limit() {}

    /**
     * @param asked the {@code limit} parameter, null for the default
     * @throws io.tallygate.commons.problem.RefusalException 400 when not within 1 to {@value #MAX}
     */
    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MAX) {
            throw Refusal.invalid("limit", "OUT_OF_RANGE", "limit is from 1 to " + MAX)
                    .asException();
        }
        return asked;
    }

    /** As {@link #parse(String, int)}, {@value #DEFAULT} by default. */
    public static int parse(@Nullable String asked) {
        return parse(asked, DEFAULT);
    }

    /**
     * As {@link #of}, for a parameter taken as text, so that one that is no number is refused like any other bad field.
     *
     * @param byDefault how many when nothing was asked
     * @throws io.tallygate.commons.problem.RefusalException 400 when it is no number, or not within 1 to {@value #MAX}
     */
    public static int parse(@Nullable String asked, int byDefault) {
        if (asked == null || asked.isEmpty()) {
            return byDefault;
        }
        try {
            return of(Integer.valueOf(asked));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("limit", "MALFORMED", "limit is a number from 1 to " + MAX)
                    .asException();
        }
    }
}
