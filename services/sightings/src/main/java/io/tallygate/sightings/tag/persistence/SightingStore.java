package io.tallygate.sightings.tag.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Place;
import io.tallygate.sightings.tag.domain.Sighting;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.domain.Visit;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where sightings are kept. */
@Singleton
public class SightingStore {

    static final String LAST_AT = "lastAtUs";
    private static final String SORT = "-firstSeen";
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions().ordered(true);
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> tags;
    private final MongoCollection<Document> sightings;
    private final MongoCollection<Document> places;

    SightingStore(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        tags = mongo.getDatabase(database).getCollection("tags");
        sightings = mongo.getDatabase(database).getCollection("sightings");
        places = mongo.getDatabase(database).getCollection("places");
    }

    void ensureIndexes(@Observes StartupEvent starting) {
        sightings.createIndex(
                Indexes.compoundIndex(Indexes.ascending("epc"), Indexes.descending("firstSeenUs", "_id")));
    }

    /** The newest visit of each of these places, of those that have been visited. */
    public Map<Place, Visit> newestVisits(Collection<Place> of) {
        Map<Place, Visit> newest = new LinkedHashMap<>();
        places.find(in("_id", of.stream().map(Place::key).toList()))
                .map(SightingMapper::toVisit)
                .forEach(visit -> newest.put(visit.place(), visit));
        return newest;
    }

    /**
     * Keeps visits, begun or extended.
     *
     * @param visits those of a place in the order of time
     */
    public void keepVisits(List<Visit> visits) {
        if (visits.isEmpty()) {
            return;
        }
        Map<Epc, Sighting> last = new LinkedHashMap<>();
        Map<Place, Visit> newest = new LinkedHashMap<>();
        for (Visit visit : visits) {
            newest.put(visit.place(), visit);
            last.merge(visit.place().epc(), Sighting.of(visit), SightingStore::later);
        }
        sightings.bulkWrite(visits.stream().map(SightingStore::historyOf).toList(), IN_ANY_ORDER);
        keepLast(last);
        places.bulkWrite(
                newest.values().stream()
                        .map(SightingMapper::toPlace)
                        .map(SightingStore::replacement)
                        .toList(),
                IN_ANY_ORDER);
    }

    /** Keeps crossings, each under its tag. */
    public void keepCrossings(Map<Sighting, Epc> crossings) {
        if (crossings.isEmpty()) {
            return;
        }
        Map<Epc, Sighting> last = new LinkedHashMap<>();
        List<ReplaceOneModel<Document>> history = new ArrayList<>();
        crossings.forEach((crossing, epc) -> {
            history.add(replacement(SightingMapper.toDocument(epc, crossing)));
            last.merge(epc, crossing, SightingStore::later);
        });
        sightings.bulkWrite(history, IN_ANY_ORDER);
        keepLast(last);
    }

    public Optional<Tag> find(Epc epc) {
        return Optional.ofNullable(tags.find(eq("_id", epc.value())).first()).map(SightingMapper::toTag);
    }

    /**
     * A page of a tag's history, newest first.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    public Page<Sighting> history(Epc epc, int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, SORT, 2);
        Bson whole = eq("epc", epc.value());
        List<Sighting> rows = sightings
                .find(cursor == null ? whole : and(whole, olderThan(cursor)))
                .sort(Sorts.descending("firstSeenUs", "_id"))
                .limit(limit + 1)
                .map(SightingMapper::toSighting)
                .into(new ArrayList<>());
        return Page.of(rows, limit, last -> Cursor.of(SORT, Long.toString(last.firstSeenUs()), last.id()));
    }

    /** Two steps, because an upsert whose condition fails would try to insert the tag a second time. */
    private void keepLast(Map<Epc, Sighting> last) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        last.forEach((epc, sighting) -> {
            writes.add(new UpdateOneModel<>(
                    eq("_id", epc.value()), Updates.setOnInsert(LAST_AT, 0L), new UpdateOptions().upsert(true)));
            writes.add(new UpdateOneModel<>(
                    and(eq("_id", epc.value()), lte(LAST_AT, sighting.lastSeenUs())),
                    Updates.combine(
                            Updates.set(LAST_AT, sighting.lastSeenUs()),
                            Updates.set("last", SightingMapper.toDocument(epc, sighting)))));
        });
        tags.bulkWrite(writes, IN_ORDER);
    }

    private static Sighting later(Sighting one, Sighting other) {
        return other.lastSeenUs() >= one.lastSeenUs() ? other : one;
    }

    private static ReplaceOneModel<Document> historyOf(Visit visit) {
        Document document = SightingMapper.toDocument(visit.place().epc(), Sighting.of(visit))
                .append("strongest", SightingMapper.strongest(visit.strongest()));
        return replacement(document);
    }

    static ReplaceOneModel<Document> replacement(Document document) {
        return new ReplaceOneModel<>(eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true));
    }

    private static Bson olderThan(Cursor cursor) {
        try {
            long firstSeen = Long.parseLong(cursor.key(0));
            return or(lt("firstSeenUs", firstSeen), and(eq("firstSeenUs", firstSeen), lt("_id", cursor.key(1))));
        } catch (NumberFormatException forged) {
            throw Refusal.of(400, "INVALID_CURSOR", "`after` is not from this list.")
                    .asException();
        }
    }
}
