package io.tallygate.sightings.tag.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds tags that are at two places at once, in a batch of reads and against the newest visit at each portal. Of a visit only its
 * beginning and its end are known to be reads, so only they are held against others; whoever steps away and back within a
 * visit proves nothing.
 */
public final class ConflictWatch {

    private final TravelRules rules;

    public ConflictWatch(TravelRules rules) {
        this.rules = rules;
    }

    /** The first conflict of each tag that has one. */
    public List<Conflict> conflicts(Map<Epc, Tag> known, List<Read> reads) {
        Map<Epc, List<Sight>> strong = new HashMap<>();
        for (Read read : reads) {
            Sight sight = Sight.of(read);
            if (rules.strong(sight)) {
                strong.computeIfAbsent(read.epc(), any -> new ArrayList<>()).add(sight);
            }
        }
        List<Conflict> found = new ArrayList<>();
        strong.forEach((epc, sights) ->
                conflict(known.getOrDefault(epc, Tag.unknown(epc)), sights).ifPresent(found::add));
        return found;
    }

    private Optional<Conflict> conflict(Tag tag, List<Sight> sights) {
        List<Sight> before = new ArrayList<>(tag.visits().values().stream()
                .flatMap(ConflictWatch::ends)
                .filter(rules::strong)
                .toList());
        Map<String, Sight> latest = new HashMap<>();
        for (Sight sight : sights.stream()
                .sorted(Comparator.comparingLong(Sight::seenAtUs))
                .toList()) {
            Optional<Sight> other = Stream.concat(before.stream(), latest.values().stream())
                    .filter(seen -> rules.impossible(seen, sight))
                    .min(Comparator.comparingLong(Sight::seenAtUs));
            if (other.isPresent()) {
                return Optional.of(inOrder(tag, other.get(), sight));
            }
            latest.put(sight.portalCode(), sight);
        }
        return Optional.empty();
    }

    private static Conflict inOrder(Tag tag, Sight one, Sight other) {
        return one.seenAtUs() <= other.seenAtUs() ? new Conflict(tag, one, other) : new Conflict(tag, other, one);
    }

    /** With the strongest signal of the visit: which read had it is not kept. */
    private static Stream<Sight> ends(Visit visit) {
        String portal = visit.place().portalCode();
        int rssi = visit.strongest().getOrDefault(visit.lastAntenna(), Integer.MIN_VALUE);
        return Stream.of(
                new Sight(portal, visit.lastAntenna(), rssi, visit.firstSeenUs()),
                new Sight(portal, visit.lastAntenna(), rssi, visit.lastSeenUs()));
    }
}
