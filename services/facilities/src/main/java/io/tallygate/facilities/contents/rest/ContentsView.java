package io.tallygate.facilities.contents.rest;

import io.tallygate.facilities.cabinet.Cabinet;
import io.tallygate.facilities.contents.Contents;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of what belongs into a cabinet. */
@Schema(requiredProperties = {"cabinet", "items", "count"})
public record ContentsView(
        CabinetSummary cabinet,
        List<ContentItemView> items,

        @Schema(description = "Of all pages together, as far as the caller may see")
        long count,

        @Nullable String next) {

    static ContentsView of(Cabinet cabinet, Contents contents) {
        return new ContentsView(
                CabinetSummary.of(cabinet),
                contents.page().items().stream().map(ContentItemView::of).toList(),
                contents.count(),
                contents.page().next());
    }
}
