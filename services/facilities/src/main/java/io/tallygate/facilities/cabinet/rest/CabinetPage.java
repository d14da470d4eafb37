package io.tallygate.facilities.cabinet.rest;

import io.tallygate.commons.paging.Page;
import io.tallygate.facilities.cabinet.Cabinet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of cabinets. */
@Schema(requiredProperties = "items")
public record CabinetPage(List<CabinetView> items, @Nullable String next) {

    static CabinetPage of(Page<Cabinet> page) {
        Page<CabinetView> views = page.map(CabinetView::of);
        return new CabinetPage(views.items(), views.next());
    }
}
