package io.tallygate.sightings.tag.domain;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * How soon a tag can be seen at one portal after another.
 *
 * @param travelTime what the walk between two portals takes at least
 * @param weakestCentiDbm a weaker read does not count: it may come from far away, through a wall or off a door leaf
 * @param neighbours pairs of portals that may see the same tag at the same time; they prove nothing against each other
 */
public record TravelRules(Duration travelTime, int weakestCentiDbm, Set<Set<String>> neighbours) {

    public TravelRules {
        neighbours = Set.copyOf(neighbours);
    }

    boolean strong(Sight sight) {
        return sight.rssiCentiDbm() >= weakestCentiDbm;
    }

    /** Whether no one tag can have been at both. */
    boolean impossible(Sight one, Sight other) {
        Set<String> portals = new HashSet<>(Set.of(one.portalCode()));
        portals.add(other.portalCode());
        long apartUs = Math.abs(one.seenAtUs() - other.seenAtUs());
        return portals.size() == 2 && apartUs < travelTime.toNanos() / 1_000 && !neighbours.contains(portals);
    }
}
