package io.tallygate.carriers.exitpermit.persistence;

import io.tallygate.carriers.exitpermit.application.ExitPermitList;
import io.tallygate.carriers.exitpermit.application.PermitFilter;
import io.tallygate.carriers.exitpermit.application.PermitReading;
import io.tallygate.carriers.exitpermit.domain.PermitState;
import io.tallygate.carriers.exitpermit.domain.Terms;
import io.tallygate.carriers.exitpermit.domain.Window;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.carriers.query.Query;
import io.tallygate.carriers.query.Rows;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Permits as they are shown: one query for the permits, one each for their items and decisions. */
@Singleton
class ExitPermitQuery implements ExitPermitList {

    /** A window that has passed is over whether or not the schedule has come round to writing it down. */
    private static final String SELECT = """
            SELECT * FROM (SELECT *, CASE WHEN state IN ('PENDING', 'ACTIVE') AND valid_until <= ? THEN 'EXPIRED'
                                          ELSE state END AS state_now
                             FROM exit_permit) permit""";

    private final DataSource dataSource;
    private final PermitDetails details;

    ExitPermitQuery(DataSource dataSource, PermitDetails details) {
        this.dataSource = dataSource;
        this.details = details;
    }

    @Override
    public Optional<PermitReading> one(PermitId id, Scope scope, Instant now) {
        return details
                .fill(inScope(scope, now).and("id = ?", id.value()).list(dataSource, ExitPermitQuery::head))
                .stream()
                .findFirst();
    }

    @Override
    public Page<PermitReading> page(PermitFilter filter, Scope scope, Instant now) {
        PermitState state = filter.state();
        ItemId item = filter.item();
        Query query = inScope(scope, now)
                .andIfPresent("state_now = ?", state == null ? null : state.name())
                .andIfPresent(
                        "id IN (SELECT permit_id FROM exit_permit_item WHERE item_id = ?)",
                        item == null ? null : item.value());
        Cursor after = filter.after();
        if (after != null) {
            query.and("(requested_at, id) < (?::timestamptz, ?::uuid)", after.key(0), after.key(1));
        }
        List<PermitReading> heads = query.then("ORDER BY requested_at DESC, id DESC LIMIT ?", filter.limit() + 1)
                .list(dataSource, ExitPermitQuery::head);
        Page<PermitReading> page = Page.of(
                heads,
                filter.limit(),
                last -> Cursor.of(
                        ORDER, last.requestedAt().toString(), last.id().toString()));
        return new Page<>(details.fill(page.items()), page.next());
    }

    private static Query inScope(Scope scope, Instant now) {
        Query query = new Query(SELECT, now).and("level_rank <= ?", scope.clearanceRank());
        return scope.everyDepartment()
                ? query
                : query.and("department_code = ?", String.valueOf(scope.departmentCode()));
    }

    /** The permit without its items and decisions. */
    private static PermitReading head(ResultSet row) throws SQLException {
        return new PermitReading(
                new PermitId(row.getObject("id", UUID.class)),
                row.getString("permit_no"),
                PermitState.valueOf(row.getString("state_now")),
                List.of(),
                terms(row),
                row.getString("requested_by"),
                Rows.instant(row, "requested_at"),
                List.of(),
                row.getLong("version"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getString("holder_no"),
                Rows.texts(row, "portal_codes").stream().map(PortalCode::new).toList(),
                new Window(Rows.instant(row, "valid_from"), Rows.instant(row, "valid_until")),
                Rows.instant(row, "return_by"),
                row.getString("destination"),
                row.getString("purpose"),
                row.getString("packaging"));
    }
}
