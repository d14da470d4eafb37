package io.tallygate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the database holds, seen past row-level security; an entry waits there before it is published, so none means neither. */
@Singleton
public class Written {

    private static final String SEE_ALL = "SELECT set_config('tallygate.clearance', '5', true),"
            + " set_config('tallygate.every_department', 'on', true)";
    private static final String COUNT = """
            SELECT (SELECT coalesce(sum(version), 0) FROM device) + (SELECT count(*) FROM device_search)
                 + (SELECT count(*) FROM register_entry) + (SELECT count(*) FROM register_publication)
                 + (SELECT coalesce(sum(last), 0) FROM ledger_counter) + (SELECT count(*) FROM idempotency_key)""";

    private final DataSource dataSource;

    Written(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public long number(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(SEE_ALL);
            try (ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a request that is to be refused, and checks that it left no trace. */
    public void nothingBy(Runnable request) {
        long before = number(COUNT);
        request.run();
        assertThat(number(COUNT)).as("rows, entries and publications").isEqualTo(before);
    }
}
