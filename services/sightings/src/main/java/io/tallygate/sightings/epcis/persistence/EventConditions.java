package io.tallygate.sightings.epcis.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.identity.Scope;
import io.tallygate.sightings.epcis.domain.EpcMatch;
import io.tallygate.sightings.epcis.domain.EventQuery;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Passage.Direction;
import io.tallygate.sightings.tag.persistence.ScopeMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;

/** What a query asks of the store. */
final class EventConditions {

    private static final String DIRECTION = "direction";
    private static final String EPC = "epc";
    private static final Bson NOTHING = in("_id", List.of());

    private EventConditions() {}

    static Bson of(EventQuery query, AlertVisibility visibility) {
        List<Bson> all = new ArrayList<>();
        all.add(visibleTo(visibility));
        query.fromUs().ifPresent(from -> all.add(gte("firstSeenUs", from)));
        query.untilUs().ifPresent(until -> all.add(lt("firstSeenUs", until)));
        query.recordedFromUs().ifPresent(from -> all.add(gte("recordedAtUs", from)));
        query.recordedUntilUs().ifPresent(until -> all.add(lt("recordedAtUs", until)));
        query.epcs().forEach(match -> all.add(matching(match)));
        query.portals().ifPresent(portals -> all.add(in("portalCode", portals)));
        query.rooms().ifPresent(rooms -> all.add(and(eq(DIRECTION, Direction.IN.name()), in("roomCode", rooms))));
        query.directions().ifPresent(directions -> all.add(in(DIRECTION, names(directions))));
        return and(all);
    }

    /** For a pattern, what may match: {@link EpcMatch#matches} has the last word. */
    private static Bson matching(EpcMatch match) {
        List<Bson> any = new ArrayList<>();
        any.add(in(EPC, match.epcs().stream().map(Epc::value).toList()));
        match.patterns().stream()
                .flatMap(pattern -> pattern.ranges().stream())
                .forEach(range -> any.add(and(gte(EPC, range.low()), lte(EPC, range.high()))));
        return any.size() == 1 ? any.getFirst() : or(any);
    }

    /** As {@link AlertVisibility#coversTag}, by what stands beside the sighting. */
    private static Bson visibleTo(AlertVisibility visibility) {
        if (visibility.everyTag()) {
            return exists("_id");
        }
        List<Bson> any = new ArrayList<>();
        Scope scope = visibility.scope();
        if (visibility.unledgeredTags()) {
            any.add(eq(ScopeMarks.DEPARTMENT, null));
        }
        if (scope.everyDepartment() || scope.departmentCode() != null) {
            Bson department = scope.everyDepartment()
                    ? ne(ScopeMarks.DEPARTMENT, null)
                    : eq(ScopeMarks.DEPARTMENT, scope.departmentCode());
            any.add(and(department, lte(ScopeMarks.LEVEL, scope.clearanceRank())));
        }
        return any.isEmpty() ? NOTHING : or(any);
    }

    private static List<String> names(Set<Direction> directions) {
        return directions.stream().map(Enum::name).toList();
    }
}
