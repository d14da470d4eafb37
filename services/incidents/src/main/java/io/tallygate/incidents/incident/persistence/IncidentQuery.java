package io.tallygate.incidents.incident.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.time.Micros;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentFilter;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a list asks of the store. */
final class IncidentQuery {

    static final String SORT = "-detectedAt";
    private static final Bson NOTHING = in("_id", List.of());

    private IncidentQuery() {}

    static Bson of(IncidentFilter filter, AlertVisibility visibility, @Nullable Cursor after) {
        List<Bson> all = new ArrayList<>();
        all.add(visibleTo(visibility));
        filter.state().ifPresent(state -> all.add(eq("state", state.name())));
        filter.kind().ifPresent(kind -> all.add(eq("kind", kind.name())));
        filter.portal().ifPresent(portal -> all.add(eq("portalCode", portal)));
        filter.since().ifPresent(since -> all.add(gte("detectedAtUs", Micros.of(since))));
        if (after != null) {
            all.add(olderThan(after));
        }
        return and(all);
    }

    static Cursor cursorOf(Incident last) {
        return Cursor.of(
                SORT,
                Long.toString(Micros.of(last.cause().detectedAt())),
                last.id().toString());
    }

    /** {@link Incident#visibleTo} as a query; a test holds the two to each other. */
    private static Bson visibleTo(AlertVisibility visibility) {
        List<Bson> any = new ArrayList<>();
        if (visibility.portals()) {
            any.add(eq("about", CauseMapper.PORTAL));
        }
        if (visibility.everyTag()) {
            any.add(eq("about", CauseMapper.TAG));
        } else {
            any.addAll(tagsWithin(visibility));
        }
        return any.isEmpty() ? NOTHING : or(any);
    }

    private static List<Bson> tagsWithin(AlertVisibility visibility) {
        List<Bson> any = new ArrayList<>();
        Scope scope = visibility.scope();
        if (visibility.unledgeredTags()) {
            any.add(and(eq("about", CauseMapper.TAG), eq("departmentCode", null)));
        }
        if (scope.everyDepartment() || scope.departmentCode() != null) {
            Bson department =
                    scope.everyDepartment() ? ne("departmentCode", null) : eq("departmentCode", scope.departmentCode());
            any.add(and(eq("about", CauseMapper.TAG), department, lte("levelRank", scope.clearanceRank())));
        }
        return any;
    }

    private static Bson olderThan(Cursor after) {
        long detectedAt = number(after.key(0));
        return or(lt("detectedAtUs", detectedAt), and(eq("detectedAtUs", detectedAt), lt("_id", after.key(1))));
    }

    private static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException forged) {
            throw Refusal.of(400, "INVALID_CURSOR", "`after` is not from this list.")
                    .asException();
        }
    }
}
