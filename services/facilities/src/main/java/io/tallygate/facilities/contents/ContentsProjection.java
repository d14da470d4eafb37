package io.tallygate.facilities.contents;

import io.tallygate.commons.identity.Scope;
import io.tallygate.relational.DatabaseException;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** Keeps the newest custody of every item. Plain JDBC: one upsert, sent in batches of a poll. */
@Singleton
public class ContentsProjection {

    private static final String UPSERT = """
            INSERT INTO cabinet_item (item_id, cabinet_code, ledger_no, kind, level_rank, department_code, state, since, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (item_id) DO UPDATE
               SET cabinet_code = excluded.cabinet_code, ledger_no = excluded.ledger_no, kind = excluded.kind,
                   level_rank = excluded.level_rank, department_code = excluded.department_code,
                   state = excluded.state, since = excluded.since, version = excluded.version
             WHERE cabinet_item.version < excluded.version""";

    private final DataSource dataSource;
    private final ScopeBinding scopes;

    ContentsProjection(DataSource dataSource, ScopeBinding scopes) {
        this.dataSource = dataSource;
        this.scopes = scopes;
    }

    /** Takes all of them in, in one transaction; of an item that is known, only what is newer. */
    @Transactional
    public void take(List<ItemCustody> custodies) {
        scopes.bind(Scope.everything());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ItemCustody custody : custodies) {
                bind(upsert, custody);
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseException("Custody could not be kept", e);
        }
    }

    private static void bind(PreparedStatement upsert, ItemCustody custody) throws SQLException {
        upsert.setString(1, custody.itemId());
        upsert.setString(2, custody.cabinetCode());
        upsert.setString(3, custody.ledgerNo());
        upsert.setString(4, custody.kind());
        upsert.setInt(5, custody.levelRank());
        upsert.setString(6, custody.departmentCode());
        upsert.setString(7, custody.state().name());
        upsert.setObject(8, custody.since().atOffset(ZoneOffset.UTC));
        upsert.setLong(9, custody.version());
    }
}
