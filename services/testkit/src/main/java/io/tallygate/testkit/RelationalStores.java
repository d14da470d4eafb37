package io.tallygate.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tallygate.standalone.servers.PostgresOptions;
import io.tallygate.standalone.servers.PostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL with the service's database, Kafka with every topic and the demo people in it, and a token issuer. */
public final class RelationalStores implements QuarkusTestResourceLifecycleManager {

    private final SharedServers servers = new SharedServers();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(servers.start());
        Path data = servers.scratch().resolve("postgres");
        PostgresServer postgres = servers.keep(PostgresServer.start(data, 0, PostgresOptions.fastOnes()));
        postgres.ensureDatabase(SharedServers.applicationName(), "tallygate");
        settings.put("TALLYGATE_POSTGRES", postgres.hostPort());
        return settings;
    }

    @Override
    public void stop() {
        servers.stop();
    }
}
