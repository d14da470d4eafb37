package io.tallygate.sightings.tag.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Holding;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which item a tag is on: what decides who may see where it was. */
@Singleton
public class HoldingStore {

    private final MongoCollection<Document> tags;
    private final MongoCollection<Document> items;
    private final MongoCollection<Document> sightings;

    HoldingStore(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        tags = mongo.getDatabase(database).getCollection("tags");
        items = mongo.getDatabase(database).getCollection("items");
        sightings = mongo.getDatabase(database).getCollection("sightings");
    }

    /** Keeps what is newer than what is known; an item that has lost or changed its tag gives the old one up. */
    public void keep(List<Holding> holdings) {
        Map<String, Holding> newest = new LinkedHashMap<>();
        holdings.forEach(holding -> newest.merge(
                holding.itemId(), holding, (one, other) -> other.version() >= one.version() ? other : one));
        Map<String, Document> known = known(newest.keySet());
        List<WriteModel<Document>> onTags = new ArrayList<>();
        List<ReplaceOneModel<Document>> onItems = new ArrayList<>();
        Map<String, Optional<Holding>> moved = new LinkedHashMap<>();
        for (Holding holding : newest.values()) {
            Document before = known.get(holding.itemId());
            if (before == null || before.getLong("version") < holding.version()) {
                givenUp(holding, before).ifPresent(old -> {
                    onTags.add(giveUp(holding, old));
                    moved.putIfAbsent(old, Optional.empty());
                });
                holding.epc().ifPresent(epc -> {
                    onTags.add(take(holding, epc));
                    if (!sameScope(holding, before)) {
                        moved.put(epc.value(), Optional.of(holding));
                    }
                });
                onItems.add(replacement(item(holding)));
            }
        }
        write(onTags, onItems, moved);
    }

    private Map<String, Document> known(Collection<String> itemIds) {
        Map<String, Document> known = new HashMap<>();
        items.find(in("_id", itemIds)).forEach(item -> known.put(item.getString("_id"), item));
        return known;
    }

    /** The items last: cut off in between, the same holdings are taken for news again. */
    private void write(
            List<WriteModel<Document>> onTags,
            List<ReplaceOneModel<Document>> onItems,
            Map<String, Optional<Holding>> moved) {
        if (!onTags.isEmpty()) {
            tags.bulkWrite(onTags, new BulkWriteOptions().ordered(true));
        }
        rescope(moved);
        if (!onItems.isEmpty()) {
            items.bulkWrite(onItems, new BulkWriteOptions().ordered(false));
        }
    }

    /** Sightings of tags that are now another department's or level's; most tags that an import brings were never seen. */
    private void rescope(Map<String, Optional<Holding>> moved) {
        Bson seen = or(exists(SightingStore.VISITS), exists(SightingStore.CROSSINGS));
        tags.find(and(in("_id", moved.keySet()), seen))
                .projection(Projections.include("_id"))
                .map(tag -> tag.getString("_id"))
                .into(new ArrayList<>())
                .forEach(epc -> sightings.updateMany(
                        eq("epc", epc), Updates.combine(marks(moved.getOrDefault(epc, Optional.empty())))));
    }

    private static List<Bson> marks(Optional<Holding> holding) {
        return holding.map(known -> ScopeMarks.of(known.departmentCode(), known.levelRank()))
                .orElseGet(ScopeMarks::none);
    }

    private static Optional<String> givenUp(Holding holding, @Nullable Document before) {
        return Optional.ofNullable(before)
                .map(known -> known.getString("epc"))
                .filter(old -> holding.epc().map(Epc::value).filter(old::equals).isEmpty());
    }

    /** Only while it is still this item's: another item may have taken the tag meanwhile. */
    private static WriteModel<Document> giveUp(Holding holding, String old) {
        return new UpdateOneModel<>(and(eq("_id", old), eq("item.id", holding.itemId())), Updates.unset("item"));
    }

    private static boolean sameScope(Holding holding, @Nullable Document before) {
        return before != null
                && Objects.equals(
                        before.getString("epc"), holding.epc().map(Epc::value).orElse(null))
                && holding.departmentCode().equals(before.getString(ScopeMarks.DEPARTMENT))
                && Objects.equals(before.getInteger(ScopeMarks.LEVEL), holding.levelRank());
    }

    private static WriteModel<Document> take(Holding holding, Epc epc) {
        Document item = ScopeMarks.appendTo(
                new Document("id", holding.itemId()).append("kind", holding.kind()),
                holding.departmentCode(),
                holding.levelRank());
        return new UpdateOneModel<>(
                eq("_id", epc.value()), Updates.set("item", item), new UpdateOptions().upsert(true));
    }

    private static Document item(Holding holding) {
        Document document = ScopeMarks.appendTo(
                new Document("_id", holding.itemId()).append("version", holding.version()),
                holding.departmentCode(),
                holding.levelRank());
        holding.epc().ifPresent(epc -> document.append("epc", epc.value()));
        return document;
    }

    private static ReplaceOneModel<Document> replacement(Document document) {
        return new ReplaceOneModel<>(eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true));
    }
}
