package io.tallygate.sightings.tag.domain;

import org.jspecify.annotations.Nullable;

/**
 * A tag that crossed a portal.
 *
 * @param antenna the one that saw it last before it was decided; null when the gate did not tell
 * @param decidedAtUs microseconds since the epoch
 * @param evidence what the decision rests on
 */
public record Passage(
        String crossingId,
        Epc epc,
        String portalCode,
        @Nullable String roomCode,
        @Nullable Integer antenna,
        Direction direction,
        long decidedAtUs,
        Evidence evidence) {

    /** Which way, as seen from inside the room. */
    public enum Direction {
        OUT,
        IN,
        UNKNOWN
    }
}
