package io.tallygate.sightings.tag.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Sighting;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.domain.Visit;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where sightings are kept. */
@Singleton
public class SightingStore {

    static final String VISITS = "visits";
    static final String CROSSINGS = "crossings";
    private static final String SORT = "-firstSeen";

    private final MongoCollection<Document> tags;
    private final MongoCollection<Document> sightings;
    private final Clock clock;

    SightingStore(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, Clock clock) {
        tags = mongo.getDatabase(database).getCollection("tags");
        sightings = mongo.getDatabase(database).getCollection("sightings");
        this.clock = clock;
    }

    void ensureIndexes(@Observes StartupEvent starting) {
        sightings.createIndex(
                Indexes.compoundIndex(Indexes.ascending("epc"), Indexes.descending("firstSeenUs", "_id")));
        sightings.createIndex(Indexes.descending("firstSeenUs", "_id"));
        sightings.createIndex(Indexes.descending("recordedAtUs", "_id"));
    }

    /** These tags as they are known; of those of which nothing is known, that. */
    public Map<Epc, Tag> tags(Collection<Epc> epcs) {
        Map<Epc, Tag> known = new HashMap<>();
        epcs.forEach(epc -> known.put(epc, Tag.unknown(epc)));
        tags.find(in("_id", known.keySet().stream().map(Epc::value).toList()))
                .map(SightingMapper::toTag)
                .forEach(tag -> known.put(tag.epc(), tag));
        return known;
    }

    /**
     * Keeps visits, begun or extended. One that goes on costs one write, to its tag; history has it from its beginning, and again
     * when the next one begins there.
     *
     * @param visits those of a place in the order of time
     * @param known the tags that were seen, as they were before
     */
    public void keepVisits(List<Visit> visits, Map<Epc, Tag> known) {
        SightingWrites writes = new SightingWrites(clock.instant());
        visits.stream()
                .collect(Collectors.groupingBy(visit -> visit.place().epc()))
                .forEach((epc, seen) -> writes.visits(known.getOrDefault(epc, Tag.unknown(epc)), seen));
        run(writes, known);
    }

    /** Keeps crossings, each under its tag. */
    public void keepCrossings(Map<Sighting, Epc> crossings) {
        Map<Epc, Tag> known = tags(crossings.values());
        SightingWrites writes = new SightingWrites(clock.instant());
        crossings.forEach((crossing, epc) -> writes.crossing(known.getOrDefault(epc, Tag.unknown(epc)), crossing));
        run(writes, known);
    }

    /**
     * Whoever gives a tag to an item marks what is in history of tags that were seen. What is being written at that moment it
     * cannot find, so the tags are looked at once more afterwards.
     */
    private void run(SightingWrites writes, Map<Epc, Tag> known) {
        writes.run(sightings, tags);
        if (!writes.kept().isEmpty()) {
            tags(writes.kept()).values().stream()
                    .filter(now -> !Objects.equals(
                            now.item(), known.getOrDefault(now.epc(), now).item()))
                    .forEach(now -> writes.remark(sightings, now));
        }
    }

    public Optional<Tag> find(Epc epc) {
        return Optional.ofNullable(tags.find(eq("_id", epc.value())).first()).map(SightingMapper::toTag);
    }

    /**
     * A page of a tag's history, newest first. Visits that go on are in it as far as they have come.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    public Page<Sighting> history(Tag tag, int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, SORT, 2);
        Bson whole = eq("epc", tag.epc().value());
        Map<String, Sighting> newest = tag.visits().values().stream()
                .map(Sighting::of)
                .collect(Collectors.toMap(Sighting::id, Function.identity()));
        List<Sighting> rows = sightings
                .find(cursor == null ? whole : and(whole, olderThan(cursor)))
                .projection(Projections.exclude(SightingMapper.EVIDENCE))
                .sort(Sorts.descending("firstSeenUs", "_id"))
                .limit(limit + 1)
                .map(SightingMapper::toSighting)
                .map(row -> newest.getOrDefault(row.id(), row))
                .into(new ArrayList<>());
        return Page.of(rows, limit, last -> Cursor.of(SORT, Long.toString(last.firstSeenUs()), last.id()));
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
