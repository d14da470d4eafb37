package io.tallygate.carriers.custody.rest;

import io.tallygate.commons.paging.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of items, by ledger number. */
@Schema(requiredProperties = "items")
public record ItemPage(
        List<ItemSummaryView> items,

        @Schema(description = "Hand it back as `after`; absent on the last page") @Nullable
        String next) {

    static ItemPage of(Page<ItemSummaryView> page) {
        return new ItemPage(page.items(), page.next());
    }
}
