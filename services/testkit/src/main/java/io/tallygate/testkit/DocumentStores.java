package io.tallygate.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tallygate.standalone.servers.MongoServer;
import java.util.HashMap;
import java.util.Map;

/** A MongoDB-wire server in memory, Kafka with every topic and the demo people in it, and a token issuer. */
public final class DocumentStores implements QuarkusTestResourceLifecycleManager {

    private final SharedServers servers = new SharedServers();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(servers.start());
        MongoServer mongo = servers.keep(MongoServer.start(null, 0));
        settings.put("TALLYGATE_MONGO", mongo.connectionString());
        return settings;
    }

    @Override
    public void stop() {
        servers.stop();
    }
}
