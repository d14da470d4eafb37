package io.tallygate.devices.imports.persistence;

import io.tallygate.devices.imports.domain.Rejection;
import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Why rows were not taken, in the order of the file. */
@Singleton
public class RejectionStore {

    /** A rejection and its place among those of its row, from 0. */
    public record Placed(Rejection rejection, int ordinal) {}

    private static final String INSERT = "INSERT INTO device_import_rejection"
            + " (import_id, row_number, ordinal, field, code, message, value) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String PAGE = "SELECT row_number, ordinal, field, code, message, value"
            + " FROM device_import_rejection WHERE import_id = ? AND (row_number, ordinal) > (?, ?)"
            + " ORDER BY row_number, ordinal LIMIT ?";

    private final DataSource dataSource;

    public RejectionStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Records rejections in the order of their rows. */
    public void add(UUID importId, List<Rejection> rejections) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            long row = 0;
            int ordinal = 0;
            for (Rejection rejection : rejections) {
                ordinal = rejection.row() == row ? ordinal + 1 : 0;
                row = rejection.row();
                statement.setObject(1, importId);
                statement.setLong(2, row);
                statement.setInt(3, ordinal);
                statement.setString(4, rejection.field());
                statement.setString(5, rejection.code());
                statement.setString(6, rejection.message());
                statement.setString(7, rejection.value());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseException("Rejections could not be recorded", e);
        }
    }

    /** Up to {@code limit} rejections behind that place; (0, -1) is before the first. */
    public List<Placed> page(UUID importId, long afterRow, int afterOrdinal, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setObject(1, importId);
            statement.setLong(2, afterRow);
            statement.setInt(3, afterOrdinal);
            statement.setInt(4, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Placed> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(placed(rows));
                }
                return page;
            }
        } catch (SQLException e) {
            throw new DatabaseException("Rejections could not be read", e);
        }
    }

    public void removeAll(UUID importId) {
        String sql = "DELETE FROM device_import_rejection WHERE import_id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("Rejections could not be removed", e);
        }
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                new Rejection(
                        row.getLong("row_number"),
                        row.getString("field"),
                        row.getString("code"),
                        row.getString("message"),
                        row.getString("value")),
                row.getInt("ordinal"));
    }
}
