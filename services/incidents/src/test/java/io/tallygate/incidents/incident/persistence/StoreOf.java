package io.tallygate.incidents.incident.persistence;

import com.mongodb.client.MongoClient;
import io.quarkus.runtime.StartupEvent;

/** A store by itself, for tests without the service around it. */
public final class StoreOf {

    private StoreOf() {}

    public static IncidentStore database(MongoClient mongo, String name) {
        IncidentStore store = new IncidentStore(mongo, name);
        store.ensureIndexes(new StartupEvent());
        return store;
    }
}
