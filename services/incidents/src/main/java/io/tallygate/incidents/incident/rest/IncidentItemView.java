package io.tallygate.incidents.incident.rest;

import io.tallygate.commons.identity.Level;
import io.tallygate.epc.EpcCodec;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentKind;
import io.tallygate.incidents.incident.domain.IncidentStatus;
import io.tallygate.incidents.incident.domain.LedgerItem;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An incident in a list.
 *
 * @param epc absent where the incident is not about a tag; so are {@code crossingId} and {@code roomCode}
 * @param epcUri what GS1 calls the EPC: a pure identity URI, or a raw one where the scheme is not understood
 * @param itemId absent where the tag is not in the ledger; so are {@code itemKind}, {@code level} and {@code departmentCode}
 */
@Schema(requiredProperties = {"id", "kind", "reason", "portalCode", "detectedAt", "state", "version"})
public record IncidentItemView(
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
        IncidentStatus state,
        @Nullable String crossingId,
        long version) {

    static IncidentItemView of(Incident incident) {
        Cause cause = incident.cause();
        Optional<Cause.AlarmedCrossing> crossing =
                cause instanceof Cause.AlarmedCrossing alarmed ? Optional.of(alarmed) : Optional.empty();
        Optional<Cause.OfTag> tag = cause instanceof Cause.OfTag ofTag ? Optional.of(ofTag) : Optional.empty();
        Optional<LedgerItem> item = tag.map(Cause.OfTag::item);
        Optional<String> epc = tag.map(Cause.OfTag::epc).filter(text -> !text.isEmpty());
        return new IncidentItemView(
                incident.id().toString(),
                cause.kind(),
                cause.reason(),
                item.map(LedgerItem::itemId).orElse(null),
                item.map(LedgerItem::kind).orElse(null),
                item.flatMap(known -> Level.ofRank(known.levelRank())).orElse(null),
                item.map(LedgerItem::departmentCode).orElse(null),
                epc.orElse(null),
                epc.map(EpcCodec::uri).orElse(null),
                cause.portalCode(),
                crossing.map(Cause.AlarmedCrossing::roomCode).orElse(null),
                cause.detectedAt(),
                incident.state().status(),
                crossing.map(Cause.AlarmedCrossing::crossingId).orElse(null),
                incident.version());
    }
}
