package io.tallygate.gate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads per second over the last second or more, of a count that only grows. */
final class ReadRate {
    private static final Duration LEAST = Duration.ofSeconds(1);

    private @Nullable Instant from;
    private long fromCount;
    private double perSecond;

    synchronized double at(Instant now, long count) {
        // A watch made anew counts from zero.
        if (from == null || count < fromCount) {
            from = now;
            fromCount = count;
            return perSecond;
        }
        Duration passed = Duration.between(from, now);
        if (passed.compareTo(LEAST) >= 0) {
            perSecond = (count - fromCount) * 1000.0 / passed.toMillis();
            from = now;
            fromCount = count;
        }
        return perSecond;
    }
}
