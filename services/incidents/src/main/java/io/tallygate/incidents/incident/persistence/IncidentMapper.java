package io.tallygate.incidents.incident.persistence;

import static io.tallygate.incidents.incident.persistence.CauseMapper.appendPresent;

import io.tallygate.commons.time.Micros;
import io.tallygate.incidents.incident.domain.Acknowledgement;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.HistoryEntry;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentId;
import io.tallygate.incidents.incident.domain.IncidentState;
import io.tallygate.incidents.incident.domain.IncidentStatus;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Incidents and their documents. */
final class IncidentMapper {

    static final String UNPUBLISHED = "unpublished";
    /** The portal's code, for as long as it is blind: the index on it lets nobody open a second blindness meanwhile. */
    static final String BLIND_PORTAL = "blindPortal";

    private IncidentMapper() {}

    /** The document of a new or changed incident: still to be published. */
    static Document toDocument(Incident incident) {
        Document document = new Document("_id", incident.id().toString())
                .append("version", incident.version())
                .append("state", incident.state().status().name())
                .append(UNPUBLISHED, true);
        document.putAll(CauseMapper.toDocument(incident.cause()));
        incident.state().acknowledgement().ifPresent(by -> document.append("acknowledgement", acknowledgement(by)));
        incident.state().endedAt().ifPresent(at -> document.append("endedAtUs", Micros.of(at)));
        if (incident.cause() instanceof Cause.Blindness blindness
                && incident.state().endedAt().isEmpty()) {
            document.append(BLIND_PORTAL, blindness.portalCode());
        }
        return document.append(
                "history",
                incident.history().stream().map(IncidentMapper::history).toList());
    }

    static Incident toIncident(Document document) {
        return new Incident(
                new IncidentId(UUID.fromString(document.getString("_id"))),
                CauseMapper.toCause(document),
                state(document),
                document.getList("history", Document.class).stream()
                        .map(IncidentMapper::history)
                        .toList(),
                document.getLong("version"));
    }

    private static IncidentState state(Document document) {
        Acknowledgement by = acknowledgement(document.get("acknowledgement", Document.class));
        return switch (IncidentStatus.valueOf(document.getString("state"))) {
            case OPEN -> new IncidentState.Open();
            case ACKNOWLEDGED -> new IncidentState.Acknowledged(Objects.requireNonNull(by));
            case CLOSED -> new IncidentState.Closed(Micros.toInstant(document.getLong("endedAtUs")), by);
        };
    }

    private static Document acknowledgement(Acknowledgement by) {
        Document document =
                new Document("by", by.by()).append("atUs", Micros.of(by.at())).append("comment", by.comment());
        appendPresent(document, "requestKey", by.requestKey());
        return document;
    }

    private static @Nullable Acknowledgement acknowledgement(@Nullable Document by) {
        return by == null
                ? null
                : new Acknowledgement(
                        by.getString("by"),
                        Micros.toInstant(by.getLong("atUs")),
                        by.getString("comment"),
                        by.getString("requestKey"));
    }

    private static Document history(HistoryEntry entry) {
        Document document = new Document("atUs", Micros.of(entry.at()))
                .append("by", entry.by())
                .append("what", entry.what().name());
        appendPresent(document, "comment", entry.comment());
        return document;
    }

    private static HistoryEntry history(Document entry) {
        return new HistoryEntry(
                Micros.toInstant(entry.getLong("atUs")),
                entry.getString("by"),
                HistoryEntry.Event.valueOf(entry.getString("what")),
                entry.getString("comment"));
    }
}
