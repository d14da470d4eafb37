package io.tallygate.facilities.contents;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import io.tallygate.relational.DatabaseException;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lists what belongs into a cabinet, as far as the caller may see it, in the order of the ledger numbers. */
@Singleton
public class ReadingContents {

    private static final String SORT = "ledgerNo";

    private static final String IN_CABINET = """
             FROM cabinet_item
            WHERE cabinet_code = ? AND state IN ('IN_PLACE', 'OUT_UNDER_PERMIT', 'MISSING')
              AND level_rank <= ? AND (? OR department_code = ?)""";

    private static final String COUNT = "SELECT count(*)" + IN_CABINET;

    private static final String PAGE = "SELECT item_id, ledger_no, kind, level_rank, state, since" + IN_CABINET
            + " AND (ledger_no, item_id) > (?, ?) ORDER BY ledger_no, item_id LIMIT ?";

    private final DataSource dataSource;
    private final ScopeBinding scopes;

    ReadingContents(DataSource dataSource, ScopeBinding scopes) {
        this.dataSource = dataSource;
        this.scopes = scopes;
    }

    /**
     * One page, and the count of all.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    @Transactional
    public Contents read(Scope scope, String cabinetCode, int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, SORT, 2);
        scopes.bind(scope);
        try (Connection connection = dataSource.getConnection()) {
            List<ContentItem> rows = rows(connection, scope, cabinetCode, limit + 1, cursor);
            Page<ContentItem> page = Page.of(rows, limit, last -> Cursor.of(SORT, last.ledgerNo(), last.itemId()));
            return new Contents(page, count(connection, scope, cabinetCode));
        } catch (SQLException e) {
            throw new DatabaseException("The contents of a cabinet could not be read", e);
        }
    }

    private static List<ContentItem> rows(
            Connection connection, Scope scope, String cabinetCode, int limit, @Nullable Cursor after)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            bind(select, scope, cabinetCode);
            select.setString(5, after == null ? "" : after.key(0));
            select.setString(6, after == null ? "" : after.key(1));
            select.setInt(7, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<ContentItem> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(item(rows));
                }
                return items;
            }
        }
    }

    private static long count(Connection connection, Scope scope, String cabinetCode) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            bind(select, scope, cabinetCode);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void bind(PreparedStatement select, Scope scope, String cabinetCode) throws SQLException {
        select.setString(1, cabinetCode);
        select.setInt(2, scope.clearanceRank());
        select.setBoolean(3, scope.everyDepartment());
        select.setString(4, scope.departmentCode());
    }

    private static ContentItem item(ResultSet row) throws SQLException {
        return new ContentItem(
                row.getString("item_id"),
                row.getString("ledger_no"),
                row.getString("kind"),
                Level.ofRank(row.getInt("level_rank")).orElseThrow(IllegalStateException::new),
                ItemState.valueOf(row.getString("state")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
