package io.tallygate.incidents.incident.rest;

import io.tallygate.commons.paging.Page;
import io.tallygate.incidents.incident.domain.Incident;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of incidents, newest first.
 *
 * @param next hand it back as {@code after}; absent on the last page
 */
@Schema(requiredProperties = "items")
public record IncidentPage(
        List<IncidentItemView> items, @Nullable String next) {

    static IncidentPage of(Page<Incident> page) {
        return new IncidentPage(page.items().stream().map(IncidentItemView::of).toList(), page.next());
    }
}
