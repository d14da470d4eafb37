package io.tallygate.devices.ledger.persistence;

import io.tallygate.devices.ledger.domain.UniqueKey;
import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Finds which unique keys devices have already. Bind everything as scope first: a key is taken whoever may see by whom. */
@Singleton
public class TakenKeys {

    private static final String OR_RETIRED = " UNION ALL SELECT epc, NULL::uuid FROM retired_epc WHERE epc = ANY (?)";

    private final DataSource dataSource;

    public TakenKeys(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of {@code wanted} that are taken, each with the import that took it, if one did. */
    public Map<UniqueKey, Map<String, Optional<UUID>>> among(Map<UniqueKey, ? extends Collection<String>> wanted) {
        Map<UniqueKey, Map<String, Optional<UUID>>> taken = new EnumMap<>(UniqueKey.class);
        try (Connection connection = dataSource.getConnection()) {
            for (Map.Entry<UniqueKey, ? extends Collection<String>> entry : wanted.entrySet()) {
                Map<String, Optional<UUID>> found = among(connection, entry.getKey(), entry.getValue());
                if (!found.isEmpty()) {
                    taken.put(entry.getKey(), found);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("Taken keys could not be read", e);
        }
        return taken;
    }

    private static Map<String, Optional<UUID>> among(Connection connection, UniqueKey key, Collection<String> values)
            throws SQLException {
        String column = UniqueColumn.of(key);
        String sql = "SELECT " + column + ", import_id FROM device WHERE " + column + " = ANY (?)"
                + (key == UniqueKey.EPC ? OR_RETIRED : "");
        Map<String, Optional<UUID>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array wanted = connection.createArrayOf("text", values.toArray());
            statement.setArray(1, wanted);
            if (key == UniqueKey.EPC) {
                statement.setArray(2, wanted);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), Optional.ofNullable(rows.getObject(2, UUID.class)));
                }
            }
        }
        return found;
    }
}
