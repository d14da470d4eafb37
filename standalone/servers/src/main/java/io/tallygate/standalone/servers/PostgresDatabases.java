package io.tallygate.standalone.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sets up the roles and databases of the services, on our own server or on one that somebody else runs. */
public final class PostgresDatabases {
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "btree_gin", "pgcrypto");

    private PostgresDatabases() {}

    /** Opens a connection, to a given database, of somebody who may create roles, databases and extensions. */
    @FunctionalInterface
    public interface Connector {
        Connection connect(String database) throws SQLException;
    }

    /**
     * Creates, where missing, the role and the database of a service; its password becomes the given one.
     *
     * @param service a lower-case name of letters, digits and {@code _}
     */
    public static void ensure(Connector admin, String service, String password) throws SQLException {
        if (!service.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a name of a service: " + service);
        }
        try (Connection connection = admin.connect("postgres");
                Statement statement = connection.createStatement()) {
            String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", service) ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + service + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
                    + " PASSWORD " + statement.enquoteLiteral(password));
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", service)) {
                statement.execute("CREATE DATABASE " + service + " OWNER " + service);
            }
            // Every other role is kept out: a service reads its own database only.
            statement.execute("REVOKE ALL ON DATABASE " + service + " FROM PUBLIC");
        }
        try (Connection connection = admin.connect(service);
                Statement statement = connection.createStatement()) {
            for (String extension : EXTENSIONS) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
