package io.tallygate.incidents.incident.persistence;

import io.tallygate.commons.time.Micros;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Direction;
import io.tallygate.incidents.incident.domain.EvidenceRead;
import io.tallygate.incidents.incident.domain.LedgerItem;
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
            case Cause.AlarmedCrossing crossing -> withCrossing(document.append("about", TAG), crossing);
        };
    }

    static Cause toCause(Document document) {
        return PORTAL.equals(document.getString("about")) ? blindness(document) : crossing(document);
    }

    private static Document withCrossing(Document document, Cause.AlarmedCrossing crossing) {
        document.append("crossingId", crossing.crossingId()).append("epc", crossing.epc());
        appendPresent(document, "roomCode", crossing.roomCode());
        LedgerItem item = crossing.item();
        if (item != null) {
            document.append("itemId", item.itemId())
                    .append("itemKind", item.kind())
                    .append("levelRank", item.levelRank())
                    .append("departmentCode", item.departmentCode());
        }
        return document.append(
                        "crossing",
                        new Document("direction", crossing.direction().name())
                                .append("confidence", crossing.confidence())
                                .append("ruleVersion", crossing.ruleVersion()))
                .append(
                        "evidence",
                        crossing.evidence().stream().map(CauseMapper::evidence).toList());
    }

    private static Document evidence(EvidenceRead read) {
        return new Document("epc", read.epc())
                .append("antenna", read.antenna())
                .append("rssiCentiDbm", read.rssiCentiDbm())
                .append("seenAtUs", Micros.of(read.seenAt()));
    }

    private static Cause blindness(Document document) {
        return new Cause.Blindness(
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
                Direction.valueOf(crossing.getString("direction")),
                Micros.toInstant(document.getLong("detectedAtUs")),
                document.getString("reason"),
                crossing.getDouble("confidence"),
                crossing.getString("ruleVersion"),
                document.getList("evidence", Document.class, List.of()).stream()
                        .map(CauseMapper::read)
                        .toList());
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

    private static EvidenceRead read(Document read) {
        return new EvidenceRead(
                read.getString("epc"),
                read.getInteger("antenna"),
                read.getInteger("rssiCentiDbm"),
                Micros.toInstant(read.getLong("seenAtUs")));
    }

    static void appendPresent(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
