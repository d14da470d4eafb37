package io.tallygate.incidents.incident.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.incidents.incident.domain.Acknowledgement;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentKind;
import io.tallygate.incidents.incident.domain.IncidentState;
import io.tallygate.incidents.incident.domain.IncidentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One incident, with everything that proves it. The members of {@link IncidentItemView}, and:
 *
 * @param endedAt when what caused it was over; absent while it goes on
 * @param crossing absent where the incident is not about a crossing
 * @param evidence the reads it rests on, in the order of time; empty where the incident is not about a tag
 * @param history oldest first
 */
@Schema(
        requiredProperties = {
            "id",
            "kind",
            "reason",
            "portalCode",
            "detectedAt",
            "state",
            "version",
            "evidence",
            "history"
        })
public record IncidentView(
        String id,
        IncidentKind kind,
        String reason,
        @Nullable String itemId,
        @Nullable String itemKind,
        @Nullable Level level,
        @Nullable String departmentCode,
        @Nullable String epc,
        @Nullable String epcUri,
        String portalCode,
        @Nullable String roomCode,
        Instant detectedAt,
        @Nullable Instant endedAt,
        IncidentStatus state,
        @Nullable String crossingId,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable CrossingView crossing,
        List<EvidenceView> evidence,
        List<HistoryView> history,
        long version) {

    static IncidentView of(Incident incident) {
        IncidentItemView item = IncidentItemView.of(incident);
        IncidentState state = incident.state();
        Optional<Cause.AlarmedCrossing> crossing =
                incident.cause() instanceof Cause.AlarmedCrossing alarmed ? Optional.of(alarmed) : Optional.empty();
        Optional<Cause.OfTag> tag =
                incident.cause() instanceof Cause.OfTag ofTag ? Optional.of(ofTag) : Optional.empty();
        return new IncidentView(
                item.id(),
                item.kind(),
                item.reason(),
                item.itemId(),
                item.itemKind(),
                item.level(),
                item.departmentCode(),
                item.epc(),
                item.epcUri(),
                item.portalCode(),
                item.roomCode(),
                item.detectedAt(),
                state.endedAt().orElse(null),
                item.state(),
                item.crossingId(),
                state.acknowledgement().map(Acknowledgement::by).orElse(null),
                state.acknowledgement().map(Acknowledgement::at).orElse(null),
                crossing.map(CrossingView::of).orElse(null),
                tag.map(Cause.OfTag::evidence).orElse(List.of()).stream()
                        .map(EvidenceView::of)
                        .toList(),
                incident.history().stream().map(HistoryView::of).toList(),
                item.version());
    }
}
