package io.tallygate.sightings.epcis.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import io.tallygate.sightings.epcis.domain.EventQuery;
import io.tallygate.sightings.epcis.domain.SightedTag;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.persistence.SightingMapper;
import io.tallygate.sightings.tag.persistence.SightingStore;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Pages of sightings by event time. */
@Singleton
public class EventStore {

    private static final List<String> KEYS = List.of("firstSeenUs", "_id");

    private final MongoCollection<Document> sightings;
    private final SightingStore tags;

    EventStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, SightingStore tags) {
        this.sightings = mongo.getDatabase(database).getCollection("sightings");
        this.tags = tags;
    }

    /**
     * A page of what is asked and {@code visibility} shows. The query narrows by what stands beside each sighting, then each
     * tag is asked itself, as it is now: a sighting is never shown to whoever may not see its tag.
     *
     * @param after null for the first page
     */
    public Page<SightedTag> page(EventQuery query, AlertVisibility visibility, int limit, @Nullable Cursor after) {
        if (query.none()) {
            return new Page<>(List.of(), null);
        }
        Bson asked = EventConditions.of(query, visibility);
        List<SightedTag> shown = new ArrayList<>();
        Cursor from = after;
        boolean more = true;
        while (more && shown.size() <= limit) {
            List<SightedTag> rows = rows(asked, query.ascending(), limit + 1, from);
            more = rows.size() == limit + 1;
            from = rows.isEmpty() ? from : cursorOf(query, rows.getLast());
            shown.addAll(visible(rows, visibility));
        }
        return Page.of(shown.subList(0, Math.min(shown.size(), limit + 1)), limit, last -> cursorOf(query, last));
    }

    /** What a token of this order is called; one of another order is refused. */
    public static String sort(EventQuery query) {
        return query.ascending() ? "eventTime" : "-eventTime";
    }

    private List<SightedTag> rows(Bson asked, boolean ascending, int count, @Nullable Cursor from) {
        return sightings
                .find(from == null ? asked : and(asked, beyond(from, ascending)))
                .sort(ascending ? Sorts.ascending(KEYS) : Sorts.descending(KEYS))
                .limit(count)
                .map(document -> new SightedTag(
                        new Epc(document.getString("epc")),
                        SightingMapper.toSighting(document),
                        document.get("recordedAtUs", document.getLong("lastSeenUs"))))
                .into(new ArrayList<>());
    }

    private List<SightedTag> visible(List<SightedTag> rows, AlertVisibility visibility) {
        Map<Epc, Tag> known = tags.tags(rows.stream().map(SightedTag::epc).toList());
        return rows.stream()
                .filter(row ->
                        known.getOrDefault(row.epc(), Tag.unknown(row.epc())).visibleTo(visibility))
                .toList();
    }

    private static Cursor cursorOf(EventQuery query, SightedTag last) {
        return Cursor.of(
                sort(query),
                Long.toString(last.sighting().firstSeenUs()),
                last.sighting().id());
    }

    private static Bson beyond(Cursor from, boolean ascending) {
        long time = Long.parseLong(from.key(0));
        String id = from.key(1);
        return ascending
                ? or(gt("firstSeenUs", time), and(eq("firstSeenUs", time), gt("_id", id)))
                : or(lt("firstSeenUs", time), and(eq("firstSeenUs", time), lt("_id", id)));
    }
}
