package io.tallygate.sightings.tag.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
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
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which item a tag is on: what decides who may see where it was. */
@Singleton
public class HoldingStore {

    private final MongoCollection<Document> tags;
    private final MongoCollection<Document> items;

    HoldingStore(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        tags = mongo.getDatabase(database).getCollection("tags");
        items = mongo.getDatabase(database).getCollection("items");
    }

    /** Keeps what is newer than what is known; an item that has lost or changed its tag gives the old one up. */
    public void keep(List<Holding> holdings) {
        Map<String, Holding> newest = new LinkedHashMap<>();
        holdings.forEach(holding -> newest.merge(
                holding.itemId(), holding, (one, other) -> other.version() >= one.version() ? other : one));
        Map<String, Document> known = known(newest.keySet());
        List<WriteModel<Document>> onTags = new ArrayList<>();
        List<ReplaceOneModel<Document>> onItems = new ArrayList<>();
        for (Holding holding : newest.values()) {
            Document before = known.get(holding.itemId());
            if (before == null || before.getLong("version") < holding.version()) {
                giveUp(holding, before, onTags);
                holding.epc().ifPresent(epc -> onTags.add(take(holding, epc)));
                onItems.add(SightingStore.replacement(item(holding)));
            }
        }
        write(onTags, onItems);
    }

    private Map<String, Document> known(Collection<String> itemIds) {
        Map<String, Document> known = new HashMap<>();
        items.find(in("_id", itemIds)).forEach(item -> known.put(item.getString("_id"), item));
        return known;
    }

    /** The items last: cut off in between, the same holdings are taken for news again. */
    private void write(List<WriteModel<Document>> onTags, List<ReplaceOneModel<Document>> onItems) {
        if (!onTags.isEmpty()) {
            tags.bulkWrite(onTags, new BulkWriteOptions().ordered(true));
        }
        if (!onItems.isEmpty()) {
            items.bulkWrite(onItems, new BulkWriteOptions().ordered(false));
        }
    }

    private static void giveUp(Holding holding, @Nullable Document before, List<WriteModel<Document>> onTags) {
        String old = before == null ? null : before.getString("epc");
        if (old != null && holding.epc().map(Epc::value).filter(old::equals).isEmpty()) {
            // Only while it is still this item's: another item may have taken the tag meanwhile.
            onTags.add(
                    new UpdateOneModel<>(and(eq("_id", old), eq("item.id", holding.itemId())), Updates.unset("item")));
        }
    }

    private static WriteModel<Document> take(Holding holding, Epc epc) {
        Document item = new Document("id", holding.itemId())
                .append("departmentCode", holding.departmentCode())
                .append("levelRank", holding.levelRank());
        return new UpdateOneModel<>(
                eq("_id", epc.value()),
                Updates.combine(Updates.set("item", item), Updates.setOnInsert(SightingStore.LAST_AT, 0L)),
                new UpdateOptions().upsert(true));
    }

    private static Document item(Holding holding) {
        Document document = new Document("_id", holding.itemId()).append("version", holding.version());
        holding.epc().ifPresent(epc -> document.append("epc", epc.value()));
        return document;
    }
}
