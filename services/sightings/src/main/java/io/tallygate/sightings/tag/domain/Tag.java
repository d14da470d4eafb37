package io.tallygate.sightings.tag.domain;

import io.tallygate.commons.identity.AlertVisibility;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tag as it is known: from the ledger, from a gate, or both.
 *
 * @param item null for a tag that is not in the ledger
 * @param visits the newest at each portal, by portal code
 * @param crossings the newest at each portal, by portal code
 */
public record Tag(Epc epc, @Nullable Item item, Map<String, Visit> visits, Map<String, Sighting> crossings) {

    /** At the same moment the crossing tells more. */
    private static final Comparator<Sighting> LATEST =
            Comparator.comparingLong(Sighting::lastSeenUs).thenComparing(Sighting::kind);

    public Tag {
        visits = Map.copyOf(visits);
        crossings = Map.copyOf(crossings);
    }

    /**
     * The item the tag is on.
     *
     * @param kind e.g. LAPTOP; empty when the ledger has not said
     */
    public record Item(String itemId, String kind, String departmentCode, int levelRank) {}

    /** A tag of which nothing is known. */
    public static Tag unknown(Epc epc) {
        return new Tag(epc, null, Map.of(), Map.of());
    }

    /** Where it was last; empty for a tag that no gate has seen. */
    public Optional<Sighting> last() {
        return Stream.concat(visits.values().stream().map(Sighting::of), crossings.values().stream())
                .max(LATEST);
    }

    public boolean visibleTo(AlertVisibility visibility) {
        return item == null
                ? visibility.coversTag(null, 0)
                : visibility.coversTag(item.departmentCode(), item.levelRank());
    }
}
