package io.tallygate.incidents.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody took notice and says what they did.
 *
 * @param by user name
 * @param requestKey the Idempotency-Key it came with, so that the same request sent again is known; null without one
 */
public record Acknowledgement(
        String by, Instant at, String comment, @Nullable String requestKey) {

    /** Whether {@code other} is the same request, sent again. */
    boolean sameRequestAs(Acknowledgement other) {
        return requestKey != null && requestKey.equals(other.requestKey) && by.equals(other.by);
    }
}
