package io.tallygate.llrp.control;

import java.util.Optional;

/**
 * How much a ROSpec says. Readers differ in what they take, and some refuse a whole ROSpec for one parameter: the set-up begins with
 * the most telling and steps down until the reader agrees.
 */
public enum RoSpecDialect {
    /** Mode and power of the reader's tables, session and expected tags, for every antenna by itself. */
    PER_ANTENNA,
    /** The same, once for all antennas: readers with one radio mode for all refuse it antenna by antenna. */
    ALL_ANTENNAS,
    /** Session and expected tags alone; mode and power are the reader's own. */
    SINGULATION,
    /** Antenna numbers and nothing else. */
    PLAIN,
    /** Not even antenna numbers: every antenna there is. */
    BARE;

    /** The next simpler one; empty after the simplest. */
    public Optional<RoSpecDialect> simpler() {
        return this == BARE ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
