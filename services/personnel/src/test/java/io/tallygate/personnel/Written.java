package io.tallygate.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the database holds: rows, register entries and what waits to be published, counted together. */
@Singleton
class Written {

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM department) + (SELECT coalesce(sum(1 + version), 0) FROM person)
                 + (SELECT count(*) FROM register_entry) + (SELECT count(*) FROM register_publication)
                 + (SELECT count(*) FROM idempotency_key)""";

    private final DataSource dataSource;

    Written(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    long soFar() {
        return number(COUNT);
    }

    long number(String query) {
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
    void nothingBy(Runnable request) {
        long before = soFar();
        request.run();
        assertThat(soFar()).as("rows, entries and publications").isEqualTo(before);
    }
}
