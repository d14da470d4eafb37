package io.tallygate.register;

import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the register back, for the history of one thing. */
@Singleton
public class RegisterHistory {

    /**
     * One entry as it stands.
     *
     * @param eventType protobuf full name of the event
     * @param event its bytes
     */
    public record Entry(Instant recordedAt, String actor, String eventType, byte[] event) {}

    private static final String NEWEST_FIRST = "SELECT recorded_at, actor, event_type, event FROM register_entry"
            + " WHERE subject = ? ORDER BY seq DESC LIMIT ?";

    private final DataSource dataSource;

    RegisterHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The newest {@code limit} entries about {@code subject}, newest first. The caller has checked that it may be seen. */
    public List<Entry> of(String subject, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST_FIRST)) {
            statement.setString(1, subject);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getBytes(4)));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new DatabaseException("The register could not be read", e);
        }
    }
}
