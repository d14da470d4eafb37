package io.tallygate.facilities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the database holds: rows, register entries and what waits to be published, counted together. */
@Singleton
public class Written {

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM room) + (SELECT coalesce(sum(1 + version), 0) FROM cabinet)
                 + (SELECT coalesce(sum(1 + version), 0) FROM portal)
                 + (SELECT coalesce(sum(1 + version), 0) FROM desk)
                 + (SELECT count(*) FROM idempotency_key)
                 + (SELECT count(*) FROM register_entry) + (SELECT count(*) FROM register_publication)""";

    private final DataSource dataSource;

    Written(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public long number(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
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
