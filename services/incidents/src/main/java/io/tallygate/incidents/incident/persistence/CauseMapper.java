package io.tallygate.incidents.incident.persistence;

import io.tallygate.commons.time.Micros;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Chip;
import io.tallygate.incidents.incident.domain.Direction;
import io.tallygate.incidents.incident.domain.EvidenceRead;
import io.tallygate.incidents.incident.domain.IncidentKind;
import io.tallygate.incidents.incident.domain.LedgerItem;
import io.tallygate.incidents.incident.domain.Zone;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The cause's part of an incident's document. */
final class CauseMapper {

    static final String TAG = "TAG";
    static final String PORTAL = "PORTAL";

    private CauseMapper() {}

    static Document toDocument(Cause cause) {
        Document document = new Document("kind", cause.kind().name())
                .append("reason", cause.reason())
                .append("portalCode", cause.portalCode())
                .append("detectedAtUs", Micros.of(cause.detectedAt()));
        return switch (cause) {
            case Cause.Blindness blindness -> document.append("about", PORTAL);
            case Cause.Muteness muteness -> document.append("about", PORTAL);
            case Cause.AlarmedCrossing crossing -> withCrossing(withTag(document, crossing), crossing);
            case Cause.DuplicateTag duplicate -> withTag(document, duplicate);
        };
    }

    static Cause toCause(Document document) {
        return switch (IncidentKind.valueOf(document.getString("kind"))) {
            case PORTAL_BLIND -> blindness(document);
            case PORTAL_MUTE -> muteness(document);
            case DUPLICATE_TAG -> duplicate(document);
            case UNAUTHORIZED_EXIT, TAG_ANOMALY -> crossing(document);
        };
    }

    private static Document withTag(Document document, Cause.OfTag tag) {
        document.append("about", TAG).append("epc", tag.epc());
        LedgerItem item = tag.item();
        if (item != null) {
            document.append("itemId", item.itemId())
                    .append("itemKind", item.kind())
                    .append("levelRank", item.levelRank())
                    .append("departmentCode", item.departmentCode());
        }
        return document.append(
                "evidence", tag.evidence().stream().map(CauseMapper::evidence).toList());
    }

    private static Document withCrossing(Document document, Cause.AlarmedCrossing crossing) {
        appendPresent(document, "roomCode", crossing.roomCode());
        return document.append("crossingId", crossing.crossingId()).append("crossing", judged(crossing));
    }

    private static Document judged(Cause.AlarmedCrossing crossing) {
        Document document = new Document("direction", crossing.direction().name())
                .append("confidence", crossing.confidence())
                .append("ruleVersion", crossing.ruleVersion())
                .append("figures", FigureMapper.toDocuments(crossing.figures()));
        Chip chip = crossing.chip();
        if (chip != null) {
            document.append("tid", chip.tid());
            appendPresent(document, "tidReadAtUs", chip.readAt() == null ? null : Micros.of(chip.readAt()));
        }
        return document;
    }

    private static @Nullable Chip chip(Document crossing) {
        String tid = crossing.getString("tid");
        Long readAtUs = crossing.getLong("tidReadAtUs");
        return tid == null ? null : new Chip(tid, readAtUs == null ? null : Micros.toInstant(readAtUs));
    }

    private static Document evidence(EvidenceRead read) {
        Document document = new Document("portalCode", read.portalCode())
                .append("epc", read.epc())
                .append("antenna", read.antenna())
                .append("rssiCentiDbm", read.rssiCentiDbm())
                .append("seenAtUs", Micros.of(read.seenAt()));
        appendPresent(document, "zone", read.zone() == null ? null : read.zone().name());
        return document;
    }

    private static Cause blindness(Document document) {
        return new Cause.Blindness(
                document.getString("portalCode"),
                document.getString("reason"),
                Micros.toInstant(document.getLong("detectedAtUs")));
    }

    private static Cause muteness(Document document) {
        return new Cause.Muteness(
                document.getString("portalCode"),
                document.getString("reason"),
                Micros.toInstant(document.getLong("detectedAtUs")));
    }

    private static Cause crossing(Document document) {
        Document crossing = document.get("crossing", Document.class);
        return new Cause.AlarmedCrossing(
                document.getString("crossingId"),
                document.getString("portalCode"),
                document.getString("roomCode"),
                document.getString("epc"),
                item(document),
                chip(crossing),
                Direction.valueOf(crossing.getString("direction")),
                Micros.toInstant(document.getLong("detectedAtUs")),
                document.getString("reason"),
                crossing.getDouble("confidence"),
                crossing.getString("ruleVersion"),
                FigureMapper.toFigures(crossing.getList("figures", Document.class, List.of())),
                reads(document));
    }

    private static Cause duplicate(Document document) {
        return new Cause.DuplicateTag(
                document.getString("portalCode"),
                document.getString("epc"),
                item(document),
                Micros.toInstant(document.getLong("detectedAtUs")),
                reads(document));
    }

    /** A read that does not say where it was is of a crossing, and so of its portal. */
    private static List<EvidenceRead> reads(Document document) {
        return document.getList("evidence", Document.class, List.of()).stream()
                .map(read -> read(read.get("portalCode", document.getString("portalCode")), read))
                .toList();
    }

    private static @Nullable LedgerItem item(Document document) {
        String itemId = document.getString("itemId");
        return itemId == null
                ? null
                : new LedgerItem(
                        itemId,
                        document.getString("itemKind"),
                        document.getInteger("levelRank"),
                        document.getString("departmentCode"));
    }

    private static EvidenceRead read(String portalCode, Document read) {
        String zone = read.getString("zone");
        return new EvidenceRead(
                portalCode,
                read.getString("epc"),
                read.getInteger("antenna"),
                read.getInteger("rssiCentiDbm"),
                Micros.toInstant(read.getLong("seenAtUs")),
                zone == null ? null : Zone.valueOf(zone));
    }

    static void appendPresent(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
