package io.tallygate.standalone.supervise;

import java.time.Duration;

/** How long to wait before starting a part again: doubling, bounded, and short again after a good while. */
final class Backoff {
    private static final Duration GOOD_WHILE = Duration.ofMinutes(1);

    private final Duration first;
    private final Duration most;
    private Duration next;

    Backoff(Duration first, Duration most) {
        this.first = first;
        this.most = most;
        this.next = first;
    }

    synchronized Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(most) > 0 ? most : doubled;
        return now;
    }

    synchronized void ranFor(Duration time) {
        if (time.compareTo(GOOD_WHILE) >= 0) {
            reset();
        }
    }

    synchronized void reset() {
        next = first;
    }
}
