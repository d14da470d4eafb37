package io.tallygate.devices.imports.persistence;

import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Who works on which import, and how far it is. A claim runs out by itself when its holder dies. */
@Singleton
public class ImportProgress {

    private static final String CLAIM = """
            UPDATE device_import SET claimed_by = ?, claimed_until = ?, attempts = attempts + 1
             WHERE id = (SELECT id FROM device_import
                          WHERE state = 'RUNNING' AND (claimed_until IS NULL OR claimed_until < ? OR claimed_by = ?)
                          ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, actor, clearance_rank, dry_run, mapping, last_row, attempts""";
    private static final String LOCK = "SELECT 1 FROM device_import"
            + " WHERE id = ? AND claimed_by = ? AND last_row = ? AND state = 'RUNNING' FOR UPDATE";
    private static final String MOVE = "UPDATE device_import SET last_row = ?, accepted = accepted + ?,"
            + " rejected = rejected + ?, claimed_until = ?, attempts = 0 WHERE id = ?";
    private static final String ENCODING =
            "UPDATE device_import SET encoding = ?, claimed_until = ? WHERE id = ? AND claimed_by = ?";
    private static final String RESTART =
            "UPDATE device_import SET last_row = 0, accepted = 0, rejected = 0 WHERE id = ? AND claimed_by = ?";

    /** A claim, and how often the import was claimed since it last moved. */
    public record Claimed(ImportClaim claim, int attempts) {}

    private final DataSource dataSource;
    private final Clock clock;

    public ImportProgress(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Claims the oldest import that nobody works on. */
    public Optional<Claimed> claim(UUID claimant, Duration lease) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, claimant);
            statement.setObject(2, now().plus(lease));
            statement.setObject(3, now());
            statement.setObject(4, claimant);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(claimed(claimant, rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseException("No import could be claimed", e);
        }
    }

    /**
     * Makes sure, until the transaction ends, that nobody else moves the import.
     *
     * @throws LostClaimException when somebody has
     */
    public void lock(ImportClaim claim) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setObject(1, claim.id());
            statement.setObject(2, claim.claimant());
            statement.setLong(3, claim.lastRow());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new LostClaimException();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("An import could not be locked", e);
        }
    }

    /** Records a batch of a locked import, and prolongs the claim. */
    public void move(ImportClaim claim, long lastRow, int accepted, int rejected, Duration lease) {
        update("An import could not be moved", MOVE, lastRow, accepted, rejected, now().plus(lease), claim.id());
    }

    /** Records what the file is written in, and prolongs the claim. */
    public void found(ImportClaim claim, String encoding, Duration lease) {
        update(
                "An encoding could not be recorded",
                ENCODING,
                encoding,
                now().plus(lease),
                claim.id(),
                claim.claimant());
    }

    /** A dry run leaves nothing to go on from, so that it begins again. */
    public void restart(ImportClaim claim) {
        update("An import could not be begun again", RESTART, claim.id(), claim.claimant());
    }

    private void update(String failure, String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(failure, e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Claimed claimed(UUID claimant, ResultSet row) throws SQLException {
        return new Claimed(
                new ImportClaim(
                        row.getObject("id", UUID.class),
                        claimant,
                        row.getString("actor"),
                        row.getInt("clearance_rank"),
                        row.getBoolean("dry_run"),
                        row.getString("mapping"),
                        row.getLong("last_row")),
                row.getInt("attempts"));
    }
}
