package io.tallygate.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Kafka with every topic and the demo people in it, and a token issuer: for parts without a database. */
public final class EventStores implements QuarkusTestResourceLifecycleManager {

    private final SharedServers servers = new SharedServers();

    @Override
    public Map<String, String> start() {
        return servers.start();
    }

    @Override
    public void stop() {
        servers.stop();
    }
}
