package io.tallygate.facilities.contents.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.facilities.contents.ContentItem;
import io.tallygate.facilities.contents.ItemState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item that belongs into the cabinet. */
@Schema(requiredProperties = {"itemId", "ledgerNo", "kind", "level", "expected", "state", "since"})
public record ContentItemView(
        String itemId,
        String ledgerNo,
        String kind,
        Level level,

        @Schema(description = "Whether it should be found when the cabinet is opened")
        boolean expected,

        ItemState state,
        @Schema(description = "When it took this state") Instant since) {

    static ContentItemView of(ContentItem item) {
        return new ContentItemView(
                item.itemId(), item.ledgerNo(), item.kind(), item.level(), item.expected(), item.state(), item.since());
    }
}
