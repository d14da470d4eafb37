package io.tallygate.sightings.tag.rest;

import io.tallygate.commons.paging.Page;
import io.tallygate.sightings.tag.domain.Sighting;
import io.tallygate.sightings.tag.domain.Tag;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a tag was.
 *
 * @param epcUri what GS1 calls it: a pure identity URI, or a raw one where the scheme is not understood
 * @param itemId absent where the tag is not in the ledger
 * @param last absent where no gate has seen the tag
 * @param history newest first, a page of it
 * @param next hand it back as {@code after} for older history; absent on the last page
 */
@Schema(requiredProperties = {"epc", "epcUri", "history"})
public record TagView(
        String epc,
        String epcUri,
        @Nullable String itemId,
        @Nullable LastPlaceView last,
        List<SightingView> history,
        @Nullable String next) {

    static TagView of(Tag tag, Page<Sighting> history) {
        Tag.Item item = tag.item();
        Sighting last = tag.last().orElse(null);
        return new TagView(
                tag.epc().value(),
                tag.epc().uri(),
                item == null ? null : item.itemId(),
                last == null ? null : LastPlaceView.of(last),
                history.items().stream().map(SightingView::of).toList(),
                history.next());
    }
}
