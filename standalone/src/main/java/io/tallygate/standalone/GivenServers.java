package io.tallygate.standalone;

import io.tallygate.standalone.servers.KafkaTopics;
import io.tallygate.standalone.servers.PostgresDatabases;
import io.tallygate.standalone.servers.ServerException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets up the servers that somebody else runs: topics on Kafka, and databases on PostgreSQL when we may. */
final class GivenServers {
    private GivenServers() {}

    static void setUp(Settings settings) {
        settings.given("TALLYGATE_KAFKA").ifPresent(KafkaTopics::ensure);
        Optional<String> postgres = settings.given("TALLYGATE_POSTGRES");
        Optional<String> administrator = settings.given("TALLYGATE_POSTGRES_ADMIN");
        if (postgres.isPresent() && administrator.isPresent()) {
            databases(settings, postgres.get(), administrator.get());
        }
    }

    private static void databases(Settings settings, String hostPort, String administrator) {
        String password = settings.given("TALLYGATE_POSTGRES_ADMIN_PASSWORD").orElse("");
        String ofServices = settings.given("TALLYGATE_POSTGRES_PASSWORD").orElseThrow();
        List<String> names = new ArrayList<>(
                Service.relational().stream().map(Service::partName).toList());
        if (settings.given("TALLYGATE_OIDC").isEmpty()) {
            names.add("keycloak");
        }
        for (String name : names) {
            try {
                PostgresDatabases.ensure(
                        database -> DriverManager.getConnection(
                                "jdbc:postgresql://" + hostPort + "/" + database, administrator, password),
                        name,
                        ofServices);
            } catch (SQLException e) {
                throw new ServerException("Database " + name + " on " + hostPort + ": " + e.getMessage(), e);
            }
        }
    }
}
