package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.commons.paging.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of permits, newest first. */
@Schema(requiredProperties = "items")
public record ExitPermitPage(
        List<ExitPermitView> items,

        @Schema(description = "Hand it back as `after`; absent on the last page") @Nullable
        String next) {

    static ExitPermitPage of(Page<ExitPermitView> page) {
        return new ExitPermitPage(page.items(), page.next());
    }
}
