package io.tallygate.facilities.contents;

import io.tallygate.commons.identity.Level;
import java.time.Instant;

/**
 * An item that belongs into a cabinet.
 *
 * @param since when custody took this state
 */
public record ContentItem(String itemId, String ledgerNo, String kind, Level level, ItemState state, Instant since) {

    /** Whether it should be found when the cabinet is opened. */
    public boolean expected() {
        return state == ItemState.IN_PLACE;
    }
}
