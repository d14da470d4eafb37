package io.tallygate.devices.imports.rest;

import io.tallygate.commons.paging.Page;
import io.tallygate.devices.imports.domain.Rejection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of why rows were not taken; a row that is wrong in several ways has several items. */
@Schema(name = "DeviceImportRejectionPage")
public record RejectionPageView(
        @Schema(required = true) List<Item> items, @Nullable String next) {

    /** One reason. */
    @Schema(name = "DeviceImportRejection")
    public record Item(
            @Schema(required = true, description = "As a spreadsheet counts: the header is row 1")
            long row,

            @Schema(required = true, description = "Our field; empty when the row as a whole is at fault")
            String field,

            @Schema(required = true) String code,
            @Schema(required = true) String message,

            @Schema(required = true, description = "What stood there, cut to 200 characters")
            String value) {

        private static Item of(Rejection rejection) {
            return new Item(
                    rejection.row(), rejection.field(), rejection.code(), rejection.message(), rejection.value());
        }
    }

    static RejectionPageView of(Page<Rejection> page) {
        return new RejectionPageView(page.items().stream().map(Item::of).toList(), page.next());
    }
}
