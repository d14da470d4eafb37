package io.tallygate.devices.ledger.persistence;

import io.tallygate.devices.ledger.domain.TagClaim;
import io.tallygate.devices.ledger.domain.UniqueKey;
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
import org.jspecify.annotations.Nullable;

/** Finds the devices that have a tag, or had it. Bind everything as scope first, as for {@link TakenKeys}. */
@Singleton
public class TagClaims {

    /** An EPC that a device took back is on it, and no longer given up. */
    private static final String CLAIMS = """
            SELECT 'EPC', id, false FROM device WHERE epc = ?
            UNION ALL
            SELECT 'EPC', device_id, true FROM retired_epc r
             WHERE r.epc = ? AND NOT EXISTS (SELECT FROM device d WHERE d.epc = r.epc)
            UNION ALL
            SELECT 'TID', id, false FROM device WHERE tid = ?""";

    private final DataSource dataSource;

    public TagClaims(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One of the EPC at most, and one of the TID. */
    public List<TagClaim> of(String epc, @Nullable String tid) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIMS)) {
            statement.setString(1, epc);
            statement.setString(2, epc);
            statement.setString(3, tid);
            try (ResultSet rows = statement.executeQuery()) {
                List<TagClaim> claims = new ArrayList<>();
                while (rows.next()) {
                    claims.add(new TagClaim(
                            UniqueKey.valueOf(rows.getString(1)), rows.getObject(2, UUID.class), rows.getBoolean(3)));
                }
                return claims;
            }
        } catch (SQLException e) {
            throw new DatabaseException("The claims upon a tag could not be read", e);
        }
    }
}
