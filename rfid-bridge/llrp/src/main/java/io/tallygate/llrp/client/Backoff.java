package io.tallygate.llrp.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: doubling from {@code first} up to {@code most}, each then drawn from its upper half, so that readers which
 * lost the same switch do not come back in step.
 */
public record Backoff(Duration first, Duration most) {

    public Backoff {
        if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("not a backoff: " + first + " to " + most);
        }
    }

    /** From 0.2 s to 10 s. */
    public static Backoff usual() {
        return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
    }

    /**
     * The pause before the next try.
     *
     * @param failures tries that failed in a row, from 1
     */
    public Duration pause(int failures, RandomGenerator random) {
        int doublings = Math.clamp(failures - 1L, 0, 30);
        long ceiling = Math.min(first.toMillis() << doublings, most.toMillis());
        long floor = Math.max(1, ceiling / 2);
        return Duration.ofMillis(ceiling <= floor ? floor : random.nextLong(floor, ceiling + 1));
    }
}
