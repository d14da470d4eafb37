package io.tallygate.sightings.epcis.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import io.tallygate.sightings.epcis.domain.EventOrder;
import io.tallygate.sightings.epcis.domain.EventQuery;
import io.tallygate.sightings.epcis.domain.SightedTag;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.persistence.SightingMapper;
import io.tallygate.sightings.tag.persistence.SightingStore;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Pages of sightings as events. */
@Singleton
public class EventStore {

    private static final String RECORDED = "recordedAtUs";
    private static final int CURSOR_KEYS = 3;

    private final MongoCollection<Document> sightings;
    private final SightingStore tags;

    EventStore(
            MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database, SightingStore tags) {
        this.sightings = mongo.getDatabase(database).getCollection("sightings");
        this.tags = tags;
    }

    /** Sightings from before there was a record time get the best guess at it, or an order by it would lose them. */
    void giveOldOnesTheirRecordTime(@Observes StartupEvent starting) {
        sightings
                .find(Filters.exists(RECORDED, false))
                .forEach(old -> sightings.updateOne(
                        eq("_id", old.getString("_id")), Updates.set(RECORDED, old.getLong("lastSeenUs"))));
    }

    /**
     * A page of what is asked and {@code visibility} shows. The query narrows by what stands beside each sighting, then each
     * tag is asked itself, as it is now: a sighting is never shown to whoever may not see its tag.
     *
     * @param after null for the first page
     */
    public Page<SightedTag> page(EventQuery query, AlertVisibility visibility, int limit, @Nullable Cursor after) {
        int given = after == null ? 0 : Integer.parseInt(after.key(2));
        int left = query.most().map(most -> Math.max(0, most - given)).orElse(Integer.MAX_VALUE);
        int wanted = Math.min(limit, left);
        if (query.none() || wanted == 0) {
            return new Page<>(List.of(), null);
        }
        List<SightedTag> shown = shown(query, visibility, wanted + 1, after);
        Page<SightedTag> page = Page.of(shown, wanted, last -> cursorOf(query, last, given + wanted));
        return left == wanted ? new Page<>(page.items(), null) : page;
    }

    /** The first {@code count} that are to be shown, or fewer where there are no more. */
    private List<SightedTag> shown(EventQuery query, AlertVisibility visibility, int count, @Nullable Cursor after) {
        Bson asked = EventConditions.of(query, visibility);
        List<SightedTag> shown = new ArrayList<>();
        Cursor from = after;
        boolean more = true;
        while (more && shown.size() < count) {
            List<SightedTag> rows = rows(asked, query, count, from);
            more = rows.size() == count;
            from = rows.isEmpty() ? from : cursorOf(query, rows.getLast(), 0);
            shown.addAll(visible(matching(rows, query), visibility));
        }
        return shown.subList(0, Math.min(shown.size(), count));
    }

    /**
     * Reads a token of this order.
     *
     * @return null for the first page; its keys are a time, an id and how many events the pages before it held
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR when it is of another order
     */
    public static @Nullable Cursor cursor(@Nullable String token, EventQuery query) {
        return Cursor.parse(token, sort(query), CURSOR_KEYS);
    }

    private static String sort(EventQuery query) {
        return (query.ascending() ? "" : "-") + query.order().parameter();
    }

    private static String member(EventOrder order) {
        return switch (order) {
            case EVENT_TIME -> "firstSeenUs";
            case RECORD_TIME -> RECORDED;
        };
    }

    private static long timeOf(EventOrder order, SightedTag seen) {
        return switch (order) {
            case EVENT_TIME -> seen.sighting().firstSeenUs();
            case RECORD_TIME -> seen.recordedAtUs();
        };
    }

    private List<SightedTag> rows(Bson asked, EventQuery query, int count, @Nullable Cursor from) {
        List<String> keys = List.of(member(query.order()), "_id");
        return sightings
                .find(from == null ? asked : and(asked, beyond(from, query)))
                .sort(query.ascending() ? Sorts.ascending(keys) : Sorts.descending(keys))
                .limit(count)
                .map(document -> new SightedTag(
                        new Epc(document.getString("epc")),
                        SightingMapper.toSighting(document),
                        document.getLong(RECORDED)))
                .into(new ArrayList<>());
    }

    private static List<SightedTag> matching(List<SightedTag> rows, EventQuery query) {
        return rows.stream()
                .filter(row -> query.epcs().stream().allMatch(match -> match.matches(row.epc())))
                .toList();
    }

    private List<SightedTag> visible(List<SightedTag> rows, AlertVisibility visibility) {
        Map<Epc, Tag> known = tags.tags(rows.stream().map(SightedTag::epc).toList());
        return rows.stream()
                .filter(row ->
                        known.getOrDefault(row.epc(), Tag.unknown(row.epc())).visibleTo(visibility))
                .toList();
    }

    private static Cursor cursorOf(EventQuery query, SightedTag last, int given) {
        return Cursor.of(
                sort(query),
                Long.toString(timeOf(query.order(), last)),
                last.sighting().id(),
                Integer.toString(given));
    }

    private static Bson beyond(Cursor from, EventQuery query) {
        String member = member(query.order());
        long time = Long.parseLong(from.key(0));
        String id = from.key(1);
        return query.ascending()
                ? or(gt(member, time), and(eq(member, time), gt("_id", id)))
                : or(lt(member, time), and(eq(member, time), lt("_id", id)));
    }
}
