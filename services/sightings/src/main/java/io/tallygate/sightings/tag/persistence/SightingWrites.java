package io.tallygate.sightings.tag.persistence;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.tallygate.commons.time.Micros;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Sighting;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.domain.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a batch comes to in the store: history first, then the tags from which the next batch goes on. */
final class SightingWrites {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final long nowUs;
    private final List<WriteModel<Document>> history = new ArrayList<>();
    private final Map<Epc, List<String>> kept = new LinkedHashMap<>();
    private final Map<Epc, Map<String, Document>> onTags = new LinkedHashMap<>();

    SightingWrites(Instant now) {
        nowUs = Micros.of(now);
    }

    /** @param seen the tag's visits that were begun or extended, those of a place in the order of time */
    void visits(Tag before, List<Visit> seen) {
        Map<String, Visit> newest = new LinkedHashMap<>(before.visits());
        for (Visit visit : seen) {
            Visit replaced = newest.put(visit.place().portalCode(), visit);
            if (replaced == null) {
                keep(before, visit);
            } else if (!replaced.id().equals(visit.id())) {
                keep(before, replaced);
                keep(before, visit);
            }
        }
        seen.stream().map(visit -> visit.place().portalCode()).distinct().forEach(portal -> {
            Visit last = newest.get(portal);
            if (last != null) {
                set(before.epc(), SightingStore.VISITS, portal, SightingMapper.toVisitDocument(last));
            }
        });
    }

    void crossing(Tag before, Sighting crossing) {
        history.add(historyOf(before, crossing, List.of()));
        Sighting known = before.crossings().get(crossing.portalCode());
        if (known == null || known.lastSeenUs() <= crossing.lastSeenUs()) {
            Document newest = SightingMapper.toDocument(before.epc(), crossing);
            // History has it; here it would be read with every batch that sees the tag.
            newest.remove(SightingMapper.EVIDENCE);
            set(before.epc(), SightingStore.CROSSINGS, crossing.portalCode(), newest);
        }
    }

    void run(MongoCollection<Document> sightings, MongoCollection<Document> tags) {
        if (!history.isEmpty()) {
            sightings.bulkWrite(history, IN_ANY_ORDER);
        }
        List<WriteModel<Document>> updates = new ArrayList<>();
        onTags.forEach((epc, members) -> updates.add(new UpdateOneModel<>(
                eq("_id", epc.value()),
                Updates.combine(members.entrySet().stream()
                        .map(member -> Updates.set(member.getKey(), member.getValue()))
                        .toList()),
                UPSERT)));
        if (!updates.isEmpty()) {
            tags.bulkWrite(updates, IN_ANY_ORDER);
        }
    }

    /** The tags of which history has something new. */
    Set<Epc> kept() {
        return kept.keySet();
    }

    /** Marks what was kept of a tag that came onto another item while this was written; without this it would stay hidden. */
    void remark(MongoCollection<Document> sightings, Tag now) {
        sightings.updateMany(in("_id", kept.getOrDefault(now.epc(), List.of())), Updates.combine(marks(now.item())));
    }

    private static List<Bson> marks(Tag.@Nullable Item item) {
        return item == null ? ScopeMarks.none() : ScopeMarks.of(item.departmentCode(), item.levelRank());
    }

    private void set(Epc epc, String member, String portal, Document value) {
        onTags.computeIfAbsent(epc, any -> new LinkedHashMap<>())
                .merge(member + "." + FieldNames.of(portal), value, SightingWrites::later);
    }

    private static Document later(Document one, Document other) {
        return other.getLong("lastSeenUs") >= one.getLong("lastSeenUs") ? other : one;
    }

    private void keep(Tag before, Visit visit) {
        Bson signals = Updates.set("strongest", SightingMapper.strongest(visit.strongest()));
        history.add(historyOf(before, Sighting.of(visit), List.of(signals)));
    }

    /** Whole values, so that a batch that comes again changes nothing; when it was first kept stays. */
    private WriteModel<Document> historyOf(Tag tag, Sighting sighting, List<Bson> more) {
        kept.computeIfAbsent(tag.epc(), any -> new ArrayList<>()).add(sighting.id());
        List<Bson> sets = new ArrayList<>(more);
        SightingMapper.toDocument(tag.epc(), sighting).forEach((member, value) -> {
            if (!member.equals("_id")) {
                sets.add(Updates.set(member, value));
            }
        });
        Tag.Item item = tag.item();
        sets.addAll(marks(item));
        sets.add(Updates.setOnInsert("recordedAtUs", nowUs));
        return new UpdateOneModel<>(eq("_id", sighting.id()), Updates.combine(sets), UPSERT);
    }
}
