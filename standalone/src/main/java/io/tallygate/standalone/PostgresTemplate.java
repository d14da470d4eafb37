package io.tallygate.standalone;

import io.tallygate.standalone.servers.PostgresOptions;
import io.tallygate.standalone.servers.PostgresServer;
import io.tallygate.standalone.servers.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL cluster, prepared when the tree is built, that already holds Keycloak's tables, empty. Creating them takes
 * Keycloak longer than everything else of a first start together. Keys and users are never in it: each installation
 * makes its own.
 */
final class PostgresTemplate {
    /** What Keycloak notes about its tables, rather than in them. */
    private static final String NOT_EMPTIED = "('databasechangelog', 'databasechangeloglock', 'migration_model')";

    private PostgresTemplate() {}

    static Path directory(Settings settings) {
        return settings.root().resolve("standalone/target/postgres-template");
    }

    /** Makes the template of a cluster on which a whole stack has run, and is stopped. */
    static void make(Path cluster, Path programs, Path template) throws IOException, SQLException {
        try (PostgresServer server =
                PostgresServer.start(cluster, 0, new PostgresOptions(false, programs, null, null))) {
            try (Connection keycloak = server.connect("keycloak");
                    Statement statement = keycloak.createStatement()) {
                String tables = String.join(
                        ", ",
                        names(
                                statement,
                                "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
                                        + " AND tablename NOT IN " + NOT_EMPTIED));
                statement.execute("TRUNCATE " + tables);
            }
            try (Connection connection = server.connect("postgres");
                    Statement statement = connection.createStatement()) {
                for (Service service : Service.relational()) {
                    statement.execute("DROP DATABASE IF EXISTS " + service.partName());
                    statement.execute("DROP ROLE IF EXISTS " + service.partName());
                }
            }
        }
        Files.deleteIfExists(cluster.resolve("server.log"));
        if (Files.exists(template)) {
            Trees.delete(template);
        }
        Files.move(cluster, template, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> names(Statement statement, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
