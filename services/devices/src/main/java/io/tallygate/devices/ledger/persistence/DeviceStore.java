package io.tallygate.devices.ledger.persistence;

import io.tallygate.commons.identity.Scope;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.relational.Constraints;
import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and writes devices one by one or in batches. */
@Singleton
public class DeviceStore {

    private static final String INSERT = "INSERT INTO device (" + DeviceRow.WRITTEN_COLUMNS + ", import_id) VALUES ("
            + String.join(", ", Collections.nCopies(DeviceRow.WRITTEN + 1, "?")) + ")";
    // No ON CONFLICT here: the row of a new device is new, and an upsert cannot be sent as rows of one statement.
    private static final String INSERT_SEARCH = "INSERT INTO device_search (grams, device_id) VALUES (?, ?)";
    private static final String UPDATE_SEARCH = "UPDATE device_search SET grams = ? WHERE device_id = ?";
    private static final String UPDATE = "UPDATE device SET (" + DeviceRow.WRITTEN_COLUMNS.replace(", id", "") + ") = ("
            + String.join(", ", Collections.nCopies(DeviceRow.WRITTEN - 1, "?")) + ") WHERE id = ?";
    private static final String IN_SCOPE = " WHERE id = ? AND level_rank <= ? AND (? OR department_code = ?)";
    private static final String FIND = "SELECT " + DeviceRow.COLUMNS + " FROM device" + IN_SCOPE;

    private final DataSource dataSource;

    public DeviceStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Inserts new devices.
     *
     * @throws DuplicateKeyException when another transaction took one of their keys; this transaction is then lost
     */
    public void insertAll(List<Device> devices, @Nullable UUID importId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement search = connection.prepareStatement(INSERT_SEARCH)) {
            for (Device device : devices) {
                DeviceRow.write(insert, device);
                insert.setObject(DeviceRow.WRITTEN + 1, importId);
                insert.addBatch();
                bindSearch(search, connection, device);
                search.addBatch();
            }
            insert.executeBatch();
            search.executeBatch();
        } catch (SQLException e) {
            throw failure("Devices could not be written", e);
        }
    }

    /** Overwrites a device that this transaction holds the lock of. Fails as {@link #insertAll}. */
    public void update(Device device) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE);
                PreparedStatement search = connection.prepareStatement(UPDATE_SEARCH)) {
            DeviceRow.write(update, device);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("A locked device has gone");
            }
            bindSearch(search, connection, device);
            search.executeUpdate();
        } catch (SQLException e) {
            throw failure("A device could not be changed", e);
        }
    }

    /** The device, when it is within {@code scope}. */
    public Optional<Device> find(UUID id, Scope scope) {
        return find(FIND, id, scope);
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    public Optional<Device> lock(UUID id, Scope scope) {
        return find(FIND + " FOR UPDATE", id, scope);
    }

    private Optional<Device> find(String sql, UUID id, Scope scope) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setInt(2, scope.clearanceRank());
            statement.setBoolean(3, scope.everyDepartment());
            statement.setString(4, scope.departmentCode());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(DeviceRow.read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseException("A device could not be read", e);
        }
    }

    private static void bindSearch(PreparedStatement statement, Connection connection, Device device)
            throws SQLException {
        statement.setArray(1, connection.createArrayOf("integer", SearchGrams.of(device)));
        statement.setObject(2, device.id());
    }

    private static RuntimeException failure(String message, SQLException e) {
        return Constraints.violatedUnique(e)
                .<RuntimeException>map(index -> new DuplicateKeyException(UniqueColumn.ofIndex(index)))
                .orElseGet(() -> new DatabaseException(message, e));
    }
}
