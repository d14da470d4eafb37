package io.tallygate.gate.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How much came over the last while, to a sixteenth of it. It slides: what came just before everything stopped must not hide for a
 * second whole window that it has stopped.
 */
final class SlidingCount {

    private static final int PARTS = 16;

    /** One more than make the window, because the newest is not over yet. */
    private final long[] counts = new long[PARTS + 1];

    private Duration part;
    private Instant begun;
    /** When the newest part is over; most calls come before. */
    private Instant partEnd;

    private int newest;

    SlidingCount(Duration window, Instant now) {
        part = window.dividedBy(PARTS);
        begun = now;
        partEnd = now.plus(part);
    }

    void begin(Instant now) {
        begun = now;
        partEnd = now.plus(part);
        Arrays.fill(counts, 0);
    }

    /** Counts over this window from now on; anew when it was another. */
    void over(Duration window, Instant now) {
        Duration wanted = window.dividedBy(PARTS);
        if (!wanted.equals(part)) {
            part = wanted;
            begin(now);
        }
    }

    void add(long number, Instant now) {
        slide(now);
        counts[newest] += number;
    }

    /** Whether it has been counted for a whole window. */
    boolean isWhole(Instant now) {
        return !now.isBefore(begun.plus(part.multipliedBy(PARTS)));
    }

    /** What came over the window, or a part of it longer. */
    long count(Instant now) {
        slide(now);
        return Arrays.stream(counts).sum();
    }

    private void slide(Instant now) {
        if (now.isBefore(partEnd)) {
            return;
        }
        long passed = 1 + Duration.between(partEnd, now).dividedBy(part);
        for (long i = 0; i < Math.min(passed, counts.length); i++) {
            newest = (newest + 1) % counts.length;
            counts[newest] = 0;
        }
        partEnd = partEnd.plus(part.multipliedBy(passed));
    }
}
