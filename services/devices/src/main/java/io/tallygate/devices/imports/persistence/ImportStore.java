package io.tallygate.devices.imports.persistence;

import io.tallygate.devices.imports.domain.ImportProblem;
import io.tallygate.devices.imports.domain.ImportState;
import io.tallygate.devices.imports.domain.ImportStatus;
import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Imports as their starters see them: begun, read, ended. */
@Singleton
public class ImportStore {

    /** What is known of an import when it begins. */
    public record NewImport(
            UUID id, String actor, int clearanceRank, boolean dryRun, String mapping, Instant startedAt) {}

    private static final String INSERT = "INSERT INTO device_import"
            + " (id, actor, clearance_rank, dry_run, mapping, state, started_at) VALUES (?, ?, ?, ?, ?, 'RUNNING', ?)";
    private static final String FIND = "SELECT * FROM device_import WHERE id = ? AND actor = ?";
    private static final String FINISH = "UPDATE device_import SET state = ?, finished_at = ?, problem_code = ?,"
            + " problem_message = ?, problem_columns = ? WHERE id = ? AND claimed_by = ? AND state = 'RUNNING'";

    private final DataSource dataSource;

    public ImportStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void insert(NewImport begun) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, begun.id());
            statement.setString(2, begun.actor());
            statement.setInt(3, begun.clearanceRank());
            statement.setBoolean(4, begun.dryRun());
            statement.setString(5, begun.mapping());
            statement.setObject(6, begun.startedAt().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException("An import could not be begun", e);
        }
    }

    /** The import, when {@code actor} started it. */
    public Optional<ImportStatus> find(UUID id, String actor) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, id);
            statement.setString(2, actor);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(status(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseException("An import could not be read", e);
        }
    }

    /**
     * Ends it: COMPLETED, or FAILED with a problem.
     *
     * @throws LostClaimException when it is no longer the claimant's
     */
    public void finish(ImportClaim claim, @Nullable ImportProblem problem, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FINISH)) {
            statement.setString(1, (problem == null ? ImportState.COMPLETED : ImportState.FAILED).name());
            statement.setObject(2, at.atOffset(ZoneOffset.UTC));
            statement.setString(3, problem == null ? null : problem.code());
            statement.setString(4, problem == null ? null : problem.message());
            statement.setArray(
                    5,
                    problem == null
                            ? null
                            : connection.createArrayOf("text", problem.columns().toArray()));
            statement.setObject(6, claim.id());
            statement.setObject(7, claim.claimant());
            if (statement.executeUpdate() != 1) {
                throw new LostClaimException();
            }
        } catch (SQLException e) {
            throw new DatabaseException("An import could not be ended", e);
        }
    }

    private static ImportStatus status(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        long accepted = row.getLong("accepted");
        long rejected = row.getLong("rejected");
        return new ImportStatus(
                row.getObject("id", UUID.class),
                row.getBoolean("dry_run"),
                accepted + rejected,
                accepted,
                rejected,
                ImportState.valueOf(row.getString("state")),
                row.getString("encoding"),
                problem(row),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static @Nullable ImportProblem problem(ResultSet row) throws SQLException {
        String code = row.getString("problem_code");
        if (code == null) {
            return null;
        }
        Array columns = row.getArray("problem_columns");
        return new ImportProblem(code, row.getString("problem_message"), List.of((String[]) columns.getArray()));
    }
}
