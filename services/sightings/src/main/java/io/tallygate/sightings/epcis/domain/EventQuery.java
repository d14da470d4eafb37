package io.tallygate.sightings.epcis.domain;

import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Passage.Direction;
import java.util.Optional;
import java.util.Set;

/**
 * What a simple event query asks; all of it holds together. An empty set asks for nothing at all, and so finds nothing.
 *
 * @param none whether it asks for what no event of ours is: another type, another action
 * @param fromUs event time in microseconds since the epoch, inclusive; {@code untilUs} exclusive
 * @param recordedFromUs record time likewise
 * @param directions of crossings
 * @param rooms where an item is after it has arrived
 */
public record EventQuery(
        boolean none,
        Optional<Long> fromUs,
        Optional<Long> untilUs,
        Optional<Long> recordedFromUs,
        Optional<Long> recordedUntilUs,
        Optional<Set<Epc>> epcs,
        Optional<Set<String>> portals,
        Optional<Set<String>> rooms,
        Optional<Set<Direction>> directions,
        boolean ascending) {}
