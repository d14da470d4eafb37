package io.tallygate.carriers.custody.persistence;

import io.tallygate.carriers.custody.application.CustodyFilter;
import io.tallygate.carriers.custody.application.CustodyList;
import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.query.Query;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The list of items. Its own scope conditions are the first layer, and let the indexes serve; row-level security is the second. */
@Singleton
class CustodyQuery implements CustodyList {

    private static final String SELECT =
            "SELECT item_id, ledger_no, kind, level_rank, name, department_code, keeper_no,"
                    + " cabinet_code, state FROM custody";

    private final DataSource dataSource;

    CustodyQuery(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Page<Line> page(CustodyFilter filter, Scope scope) {
        Query query = new Query(SELECT).and("level_rank <= ?", scope.clearanceRank());
        if (!scope.everyDepartment()) {
            query.and("department_code = ?", String.valueOf(scope.departmentCode()));
        }
        CustodyStatus state = filter.state();
        query.andIfPresent("state = ?", state == null ? null : state.name())
                .andIfPresent("department_code = ?", filter.department());
        String text = filter.text();
        if (text != null) {
            query.and("(ledger_no ILIKE ? OR name ILIKE ?)", Query.containing(text), Query.containing(text));
        }
        Cursor after = filter.after();
        if (after != null) {
            query.and("(ledger_no, item_id) > (?, ?::uuid)", after.key(0), after.key(1));
        }
        List<Line> rows = query.then("ORDER BY ledger_no, item_id LIMIT ?", filter.limit() + 1)
                .list(dataSource, CustodyQuery::line);
        return Page.of(
                rows,
                filter.limit(),
                last -> Cursor.of(ORDER, last.ledgerNo(), last.item().toString()));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new ItemId(row.getObject("item_id", UUID.class)),
                row.getString("ledger_no"),
                row.getString("kind"),
                Level.ofRank(row.getInt("level_rank")).orElseThrow(),
                row.getString("name"),
                row.getString("department_code"),
                row.getString("keeper_no"),
                row.getString("cabinet_code"),
                CustodyStatus.valueOf(row.getString("state")));
    }
}
