package io.tallygate.relational;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table behind {@link Idempotency}. */
@Singleton
class IdempotencyStore {

    record Id(String caller, String operation, String key) {}

    record Answer(
            int status,
            @Nullable String location,
            @Nullable String entityTag,
            @Nullable String body) {}

    record Remembered(String requestHash, Answer answer) {}

    private static final String WHERE_ID = " WHERE caller = ? AND operation = ? AND key = ?";

    private final DataSource dataSource;

    IdempotencyStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** True when this transaction is the first with the key; waits while another transaction with the same key is under way. */
    boolean claim(Id id, String requestHash) {
        String sql = "INSERT INTO idempotency_key (caller, operation, key, request_hash) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, id);
            statement.setString(4, requestHash);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseException("An idempotency key could not be claimed", e);
        }
    }

    void remember(Id id, Answer answer) {
        String sql = "UPDATE idempotency_key SET status = ?, location = ?, entity_tag = ?, body = ?" + WHERE_ID;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.location());
            statement.setString(3, answer.entityTag());
            statement.setString(4, answer.body());
            bind(statement, 5, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("An answer could not be remembered", e);
        }
    }

    Remembered find(Id id) {
        String sql = "SELECT request_hash, status, location, entity_tag, body FROM idempotency_key" + WHERE_ID;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1, id);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("A claimed idempotency key has gone");
                }
                return new Remembered(
                        rows.getString(1),
                        new Answer(rows.getInt(2), rows.getString(3), rows.getString(4), rows.getString(5)));
            }
        } catch (SQLException e) {
            throw new DatabaseException("An idempotency key could not be read", e);
        }
    }

    private static void bind(PreparedStatement statement, int from, Id id) throws SQLException {
        statement.setString(from, id.caller());
        statement.setString(from + 1, id.operation());
        statement.setString(from + 2, id.key());
    }
}
