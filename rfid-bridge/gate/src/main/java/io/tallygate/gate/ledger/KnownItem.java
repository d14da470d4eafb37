package io.tallygate.gate.ledger;

import io.tallygate.crossing.Epc;
import org.jspecify.annotations.Nullable;

/**
 * An item with a tag.
 *
 * @param levelRank 1 UNCLASSIFIED to 5 TOP_SECRET
 * @param tid the chip enrolled with the tag, null when none was
 */
public record KnownItem(
        Epc epc,
        ItemId itemId,
        String kind,
        int levelRank,
        String departmentCode,
        ItemState state,
        @Nullable Tid tid) {}
