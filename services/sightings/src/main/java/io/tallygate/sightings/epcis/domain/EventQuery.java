package io.tallygate.sightings.epcis.domain;

import io.tallygate.sightings.tag.domain.Passage.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a simple event query asks; all of it holds together. An empty set asks for nothing at all, and so finds nothing.
 *
 * @param none whether it asks for what no event of ours is: another type, another action
 * @param fromUs event time in microseconds since the epoch, inclusive; {@code untilUs} exclusive
 * @param recordedFromUs record time likewise
 * @param epcs each of them holds
 * @param directions of crossings
 * @param rooms where an item is after it has arrived
 * @param most how many events there are in all pages together
 */
public record EventQuery(
        boolean none,
        Optional<Long> fromUs,
        Optional<Long> untilUs,
        Optional<Long> recordedFromUs,
        Optional<Long> recordedUntilUs,
        List<EpcMatch> epcs,
        Optional<Set<String>> portals,
        Optional<Set<String>> rooms,
        Optional<Set<Direction>> directions,
        EventOrder order,
        boolean ascending,
        Optional<Integer> most) {

    public EventQuery {
        epcs = List.copyOf(epcs);
    }
}
