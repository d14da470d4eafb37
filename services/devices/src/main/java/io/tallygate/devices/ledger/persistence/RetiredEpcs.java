package io.tallygate.devices.ledger.persistence;

import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** EPCs that devices have given up, and the numbers of those to come. */
@Singleton
public class RetiredEpcs {

    private final DataSource dataSource;

    public RetiredEpcs(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps that the device had it; a second time changes nothing. */
    public void retire(String epc, UUID device) {
        String sql = "INSERT INTO retired_epc (epc, device_id) VALUES (?, ?) ON CONFLICT (epc) DO NOTHING";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, epc);
            statement.setObject(2, device);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("An EPC could not be retired", e);
        }
    }

    /** Whether it is this device that gave it up. */
    public boolean isOf(String epc, UUID device) {
        String sql = "SELECT 1 FROM retired_epc WHERE epc = ? AND device_id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, epc);
            statement.setObject(2, device);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new DatabaseException("Retired EPCs could not be read", e);
        }
    }

    /** An asset reference that was never given before. */
    public long nextReference() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT nextval('epc_reference')");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseException("An asset reference could not be given", e);
        }
    }
}
