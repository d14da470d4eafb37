package io.tallygate.sightings.tag.persistence;

import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Evidence;
import io.tallygate.sightings.tag.domain.Passage;
import io.tallygate.sightings.tag.domain.Place;
import io.tallygate.sightings.tag.domain.Sighting;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.domain.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Sightings, visits and tags and their documents. */
public final class SightingMapper {

    static final String EVIDENCE = "evidence";

    private SightingMapper() {}

    static Document toDocument(Epc epc, Sighting sighting) {
        Document document = new Document("_id", sighting.id())
                .append("epc", epc.value())
                .append("kind", sighting.kind().name())
                .append("portalCode", sighting.portalCode())
                .append("firstSeenUs", sighting.firstSeenUs())
                .append("lastSeenUs", sighting.lastSeenUs())
                .append("reads", sighting.reads());
        if (sighting.roomCode() != null) {
            document.append("roomCode", sighting.roomCode());
        }
        if (sighting.antenna() != null) {
            document.append("antenna", sighting.antenna());
        }
        if (sighting.direction() != null) {
            document.append("direction", sighting.direction().name());
        }
        Evidence evidence = sighting.evidence();
        if (evidence != null) {
            document.append(EVIDENCE, EvidenceMapper.toDocument(evidence));
        }
        return document;
    }

    public static Sighting toSighting(Document document) {
        String direction = document.getString("direction");
        Document evidence = document.get(EVIDENCE, Document.class);
        return new Sighting(
                document.getString("_id"),
                Sighting.Kind.valueOf(document.getString("kind")),
                document.getString("portalCode"),
                document.getString("roomCode"),
                document.getInteger("antenna"),
                direction == null ? null : Passage.Direction.valueOf(direction),
                document.getLong("firstSeenUs"),
                document.getLong("lastSeenUs"),
                document.getLong("reads"),
                evidence == null ? null : EvidenceMapper.toEvidence(document.getString("portalCode"), evidence));
    }

    /** The newest visit of a place; what history keeps of it, and the signals. */
    static Document toVisitDocument(Visit visit) {
        return new Document("portalCode", visit.place().portalCode())
                .append("firstSeenUs", visit.firstSeenUs())
                .append("lastSeenUs", visit.lastSeenUs())
                .append("reads", visit.reads())
                .append("antenna", visit.lastAntenna())
                .append("strongest", strongest(visit.strongest()));
    }

    private static Visit toVisit(Epc epc, Document visit) {
        SortedMap<Integer, Integer> signals = new TreeMap<>();
        visit.get("strongest", Document.class)
                .forEach((antenna, rssi) -> signals.put(Integer.valueOf(antenna), (Integer) rssi));
        return new Visit(
                new Place(epc, visit.getString("portalCode")),
                visit.getLong("firstSeenUs"),
                visit.getLong("lastSeenUs"),
                visit.getLong("reads"),
                visit.getInteger("antenna"),
                signals);
    }

    static Document strongest(SortedMap<Integer, Integer> signals) {
        Document document = new Document();
        signals.forEach((antenna, rssi) -> document.append(antenna.toString(), rssi));
        return document;
    }

    public static Tag toTag(Document document) {
        Epc epc = new Epc(document.getString("_id"));
        Map<String, Visit> visits = new HashMap<>();
        nested(document, SightingStore.VISITS).values().forEach(value -> {
            Visit visit = toVisit(epc, (Document) value);
            visits.put(visit.place().portalCode(), visit);
        });
        Map<String, Sighting> crossings = new HashMap<>();
        nested(document, SightingStore.CROSSINGS).values().forEach(value -> {
            Sighting crossing = toSighting((Document) value);
            crossings.put(crossing.portalCode(), crossing);
        });
        return new Tag(epc, toItem(document.get("item", Document.class)), visits, crossings);
    }

    private static Document nested(Document document, String member) {
        return document.get(member, new Document());
    }

    private static Tag.@Nullable Item toItem(@Nullable Document item) {
        return item == null
                ? null
                : new Tag.Item(
                        item.getString("id"),
                        item.get("kind", ""),
                        item.getString("departmentCode"),
                        item.getInteger("levelRank"));
    }
}
