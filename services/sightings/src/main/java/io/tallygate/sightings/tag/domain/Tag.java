package io.tallygate.sightings.tag.domain;

import io.tallygate.commons.identity.AlertVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A tag as it is known: from the ledger, from a gate, or both.
 *
 * @param item null for a tag that is not in the ledger
 * @param last null for a tag that no gate has seen
 */
public record Tag(Epc epc, @Nullable Item item, @Nullable Sighting last) {

    /** The item the tag is on. */
    public record Item(String itemId, String departmentCode, int levelRank) {}

    public boolean visibleTo(AlertVisibility visibility) {
        return item == null
                ? visibility.coversTag(null, 0)
                : visibility.coversTag(item.departmentCode(), item.levelRank());
    }
}
