package io.tallygate.incidents.incident.rest;

import io.tallygate.incidents.incident.domain.HistoryEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that happened to the incident; {@code by} is a user name, or {@code gate}. */
@Schema(requiredProperties = {"at", "by", "what"})
public record HistoryView(
        Instant at,
        String by,
        HistoryEntry.Event what,
        @Nullable String comment) {

    static HistoryView of(HistoryEntry entry) {
        return new HistoryView(entry.at(), entry.by(), entry.what(), entry.comment());
    }
}
