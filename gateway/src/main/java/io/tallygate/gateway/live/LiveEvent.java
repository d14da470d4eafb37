package io.tallygate.gateway.live;

import io.tallygate.commons.identity.AlertVisibility;

/**
 * One event of the stream.
 *
 * @param type {@code crossing}, {@code incident}, {@code portal-health} or {@code portal}
 * @param json the data, on one line
 * @param audience whom it is for
 */
record LiveEvent(String type, String json, Audience audience) {

    /** Whom an event is for. */
    sealed interface Audience {

        /** About a tag: department and level rank of its item, empty and 0 when the ledger does not know it. */
        record OfTag(String departmentCode, int levelRank) implements Audience {}

        /** About a portal and no tag. */
        record OfPortal() implements Audience {}
    }

    boolean visibleTo(AlertVisibility visibility) {
        return switch (audience) {
            case Audience.OfTag tag -> visibility.coversTag(tag.departmentCode(), tag.levelRank());
            case Audience.OfPortal portal -> visibility.coversPortal();
        };
    }
}
