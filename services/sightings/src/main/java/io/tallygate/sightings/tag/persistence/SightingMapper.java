package io.tallygate.sightings.tag.persistence;

import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Passage;
import io.tallygate.sightings.tag.domain.Place;
import io.tallygate.sightings.tag.domain.Sighting;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.domain.Visit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Sightings, visits and tags and their documents. */
final class SightingMapper {

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
        return document;
    }

    static Sighting toSighting(Document document) {
        String direction = document.getString("direction");
        return new Sighting(
                document.getString("_id"),
                Sighting.Kind.valueOf(document.getString("kind")),
                document.getString("portalCode"),
                document.getString("roomCode"),
                document.getInteger("antenna"),
                direction == null ? null : Passage.Direction.valueOf(direction),
                document.getLong("firstSeenUs"),
                document.getLong("lastSeenUs"),
                document.getLong("reads"));
    }

    /** The newest visit of a place; what history keeps of it, and the signals. */
    static Document toPlace(Visit visit) {
        return new Document("_id", visit.place().key())
                .append("epc", visit.place().epc().value())
                .append("portalCode", visit.place().portalCode())
                .append("firstSeenUs", visit.firstSeenUs())
                .append("lastSeenUs", visit.lastSeenUs())
                .append("reads", visit.reads())
                .append("antenna", visit.lastAntenna())
                .append("strongest", strongest(visit.strongest()));
    }

    static Visit toVisit(Document place) {
        SortedMap<Integer, Integer> signals = new TreeMap<>();
        place.get("strongest", Document.class)
                .forEach((antenna, rssi) -> signals.put(Integer.valueOf(antenna), (Integer) rssi));
        return new Visit(
                new Place(new Epc(place.getString("epc")), place.getString("portalCode")),
                place.getLong("firstSeenUs"),
                place.getLong("lastSeenUs"),
                place.getLong("reads"),
                place.getInteger("antenna"),
                signals);
    }

    static Document strongest(SortedMap<Integer, Integer> signals) {
        Document document = new Document();
        signals.forEach((antenna, rssi) -> document.append(antenna.toString(), rssi));
        return document;
    }

    static Tag toTag(Document document) {
        Document last = document.get("last", Document.class);
        return new Tag(
                new Epc(document.getString("_id")),
                toItem(document.get("item", Document.class)),
                last == null ? null : toSighting(last));
    }

    private static Tag.@Nullable Item toItem(@Nullable Document item) {
        return item == null
                ? null
                : new Tag.Item(item.getString("id"), item.getString("departmentCode"), item.getInteger("levelRank"));
    }
}
