package io.tallygate.incidents.incident.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.time.Micros;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentFilter;
import io.tallygate.incidents.incident.domain.IncidentId;
import io.tallygate.incidents.incident.domain.IncidentKind;
import io.tallygate.incidents.incident.domain.IncidentStatus;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where incidents are kept. */
@Singleton
public class IncidentStore {

    private static final Bson UNENDED = in("state", IncidentStatus.OPEN.name(), IncidentStatus.ACKNOWLEDGED.name());
    private static final Bson NEWEST_FIRST = Sorts.descending("detectedAtUs", "_id");

    private final MongoCollection<Document> incidents;

    IncidentStore(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        incidents = mongo.getDatabase(database).getCollection("incidents");
    }

    void ensureIndexes(@Observes StartupEvent starting) {
        incidents.createIndex(
                Indexes.ascending("crossingId"), new IndexOptions().unique(true).sparse(true));
        incidents.createIndex(Indexes.descending("detectedAtUs", "_id"));
        incidents.createIndex(Indexes.ascending("portalCode", "kind", "detectedAtUs"));
        incidents.createIndex(Indexes.ascending("epc", "kind"));
        incidents.createIndex(
                Indexes.ascending(IncidentMapper.BLIND_PORTAL),
                new IndexOptions().unique(true).sparse(true));
        incidents.createIndex(Indexes.ascending(IncidentMapper.UNPUBLISHED), new IndexOptions().sparse(true));
    }

    /** Keeps a new incident; false when the same cause has opened it before, or the portal is known to be blind. */
    public boolean add(Incident incident) {
        try {
            incidents.insertOne(IncidentMapper.toDocument(incident));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Keeps a changed incident; false when somebody else has changed it since {@code before} was read. */
    public boolean replace(Incident before, Incident after) {
        return incidents
                        .replaceOne(versionOf(before), IncidentMapper.toDocument(after))
                        .getMatchedCount()
                == 1;
    }

    public Optional<Incident> find(IncidentId id) {
        return Optional.ofNullable(incidents.find(eq("_id", id.toString())).first())
                .map(IncidentMapper::toIncident);
    }

    /**
     * A page, newest first, of what {@code visibility} shows. The incidents in it come without their evidence: they are to
     * be looked at, not to be changed and kept.
     *
     * @param after a cursor of an earlier page
     */
    public Page<Incident> page(IncidentFilter filter, AlertVisibility visibility, int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, IncidentQuery.SORT, 2);
        List<Incident> rows = incidents
                .find(IncidentQuery.of(filter, visibility, cursor))
                .projection(Projections.exclude("evidence"))
                .sort(NEWEST_FIRST)
                .limit(limit + 1)
                .map(IncidentMapper::toIncident)
                .into(new ArrayList<>());
        return Page.of(rows, limit, IncidentQuery::cursorOf);
    }

    /** The newest incident about two tags with this EPC. */
    public Optional<Incident> newestDuplicate(String epc) {
        return Optional.ofNullable(incidents
                        .find(and(eq("epc", epc), eq("kind", IncidentKind.DUPLICATE_TAG.name())))
                        .sort(NEWEST_FIRST)
                        .first())
                .map(IncidentMapper::toIncident);
    }

    /** The portal's blindness that was going on at this moment, over since or not. */
    public Optional<Incident> blindnessAt(String portalCode, Instant moment) {
        return goingOn(blindnessOf(portalCode), moment);
    }

    /** The portal's muteness that was going on at this moment, over since or not. */
    public Optional<Incident> mutenessAt(String portalCode, Instant moment) {
        return goingOn(mutenessOf(portalCode), moment);
    }

    private Optional<Incident> goingOn(Bson what, Instant moment) {
        long micros = Micros.of(moment);
        Bson during = and(what, lte("detectedAtUs", micros), or(eq("endedAtUs", null), gt("endedAtUs", micros)));
        return Optional.ofNullable(incidents.find(during).first()).map(IncidentMapper::toIncident);
    }

    /** The portal's blindness that began before this moment and is not closed. */
    public List<Incident> unendedBlindness(String portalCode, Instant moment) {
        return listed(and(unendedBlindnessOf(portalCode), lte("detectedAtUs", Micros.of(moment))));
    }

    /** The portal's blindness that is not closed, whenever it began. */
    public List<Incident> unendedBlindness(String portalCode) {
        return listed(unendedBlindnessOf(portalCode));
    }

    /** The portal's muteness that began before this moment and is not closed. */
    public List<Incident> unendedMuteness(String portalCode, Instant moment) {
        return listed(and(mutenessOf(portalCode), UNENDED, lte("detectedAtUs", Micros.of(moment))));
    }

    private List<Incident> listed(Bson filter) {
        return incidents.find(filter).map(IncidentMapper::toIncident).into(new ArrayList<>());
    }

    /** These incidents as they are now, those among them that are still to be published. */
    public List<Incident> unpublished(Collection<IncidentId> ids) {
        List<String> keys = ids.stream().map(IncidentId::toString).toList();
        return incidents
                .find(and(in("_id", keys), eq(IncidentMapper.UNPUBLISHED, true)))
                .map(IncidentMapper::toIncident)
                .into(new ArrayList<>());
    }

    /** Whatever is still to be published, oldest first. */
    public List<Incident> unpublished(int limit) {
        return incidents
                .find(eq(IncidentMapper.UNPUBLISHED, true))
                .sort(Sorts.ascending("detectedAtUs", "_id"))
                .limit(limit)
                .map(IncidentMapper::toIncident)
                .into(new ArrayList<>());
    }

    /** Marks these versions as published; an incident that has changed meanwhile stays to be published. */
    public void markPublished(List<Incident> published) {
        List<UpdateOneModel<Document>> marks = published.stream()
                .map(incident ->
                        new UpdateOneModel<Document>(versionOf(incident), Updates.unset(IncidentMapper.UNPUBLISHED)))
                .toList();
        incidents.bulkWrite(marks, new BulkWriteOptions().ordered(false));
    }

    private static Bson versionOf(Incident incident) {
        return and(eq("_id", incident.id().toString()), eq("version", incident.version()));
    }

    private static Bson unendedBlindnessOf(String portalCode) {
        return and(blindnessOf(portalCode), UNENDED);
    }

    private static Bson mutenessOf(String portalCode) {
        return and(eq("portalCode", portalCode), eq("kind", IncidentKind.PORTAL_MUTE.name()));
    }

    private static Bson blindnessOf(String portalCode) {
        return and(eq("portalCode", portalCode), eq("kind", IncidentKind.PORTAL_BLIND.name()));
    }
}
