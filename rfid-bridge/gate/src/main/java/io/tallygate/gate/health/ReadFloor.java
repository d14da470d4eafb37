package io.tallygate.gate.health;

import io.tallygate.gate.ledger.SightRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a connected reader sees what it must see. Told after every report, asked by the publisher; guarded by its owner. */
final class ReadFloor {

    private final SlidingCount counted;
    private Instant begun;
    private Instant referenceSeen;
    private Instant lastRead = Instant.EPOCH;

    ReadFloor(Instant now) {
        begun = now;
        referenceSeen = now;
        counted = new SlidingCount(SightRules.PATIENCE, now);
    }

    /** Counts anew: before the reader was ready it could not see. */
    void begin(Instant now) {
        begun = now;
        referenceSeen = now;
        counted.begin(now);
    }

    /** Another reference tag is looked for, which nobody could have seen before. */
    void beginReference(Instant now) {
        referenceSeen = now;
    }

    void saw(int reads, boolean reference, Instant now) {
        counted.add(reads, now);
        lastRead = now;
        if (reference) {
            referenceSeen = now;
        }
    }

    Instant lastRead() {
        return lastRead;
    }

    /** What is missing, empty when nothing is. */
    Optional<Missing> missing(SightRules rules, Instant now) {
        if (rules.referenceTag() != null && Duration.between(referenceSeen, now).compareTo(SightRules.PATIENCE) >= 0) {
            // Which tag it is stays untold: whoever knows it could keep a covered gate content with a copy.
            return Optional.of(new Missing("REFERENCE_TAG_SILENT", "the reference tag is not seen", referenceSeen));
        }
        if (rules.minReadsPerMinute() == 0) {
            return Optional.empty();
        }
        Duration window = rules.floorWindow();
        counted.over(window, now);
        boolean below = counted.isWhole(now)
                && counted.count(now) * 60_000 < (long) rules.minReadsPerMinute() * window.toMillis();
        return below
                ? Optional.of(new Missing(
                        "READ_RATE_LOW",
                        "fewer than " + rules.minReadsPerMinute() + " reads a minute",
                        lastRead.isBefore(begun) ? begun : lastRead))
                : Optional.empty();
    }

    /** @param since when it was last there */
    record Missing(String reason, String detail, Instant since) {}
}
