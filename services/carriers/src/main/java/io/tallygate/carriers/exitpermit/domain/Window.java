package io.tallygate.carriers.exitpermit.domain;

import java.time.Duration;
import java.time.Instant;

/** The time in which items may leave: from {@code from}, up to but not at {@code until}. */
public record Window(Instant from, Instant until) {

    public boolean isReversed() {
        return !from.isBefore(until);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
