package io.tallygate.sightings.tag.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a tag was: a visit or a crossing.
 *
 * @param antenna the last one that saw it; null when the gate did not tell
 * @param direction null for a visit
 * @param firstSeenUs microseconds since the epoch, as {@code lastSeenUs}; a crossing is a moment
 * @param evidence what the crossing rests on; null for a visit, and wherever it was not asked for
 */
public record Sighting(
        String id,
        Kind kind,
        String portalCode,
        @Nullable String roomCode,
        @Nullable Integer antenna,
        Passage.@Nullable Direction direction,
        long firstSeenUs,
        long lastSeenUs,
        long reads,
        @Nullable Evidence evidence) {

    /** What a sighting rests on. */
    public enum Kind {
        READ,
        CROSSING
    }

    public static Sighting of(Visit visit) {
        return new Sighting(
                visit.id(),
                Kind.READ,
                visit.place().portalCode(),
                null,
                visit.lastAntenna(),
                null,
                visit.firstSeenUs(),
                visit.lastSeenUs(),
                visit.reads(),
                null);
    }

    public static Sighting of(Passage passage) {
        return new Sighting(
                "crossing|" + passage.crossingId(),
                Kind.CROSSING,
                passage.portalCode(),
                passage.roomCode(),
                passage.antenna(),
                passage.direction(),
                passage.decidedAtUs(),
                passage.decidedAtUs(),
                passage.evidence().reads().size(),
                passage.evidence());
    }
}
