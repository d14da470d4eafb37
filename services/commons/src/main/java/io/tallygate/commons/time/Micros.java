package io.tallygate.commons.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Microseconds since the epoch, as the gates tell time, and instants. */
public final class Micros {

    private Micros() {}

    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** What is finer than a microsecond is cut off. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
