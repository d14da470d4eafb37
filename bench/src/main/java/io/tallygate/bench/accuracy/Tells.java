package io.tallygate.bench.accuracy;

import java.util.Locale;

/** What the reader of the drawn traces tells of a read. */
enum Tells {
    /** Antenna, time and strength, as every LLRP reader. */
    STRENGTH,
    /** Phase and frequency as well, as {@link PhaseTeller} has them. */
    PHASE;

    /** @throws IllegalArgumentException when there is no such thing */
    static Tells named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
