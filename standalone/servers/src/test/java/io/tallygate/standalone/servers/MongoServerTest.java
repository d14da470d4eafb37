package io.tallygate.standalone.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoServerTest {
    @TempDir
    Path scratch;

    @Test
    void shouldKeepItsDataAndIndexesAcrossAStop() {
        try (MongoServer server = MongoServer.start(file(), 0)) {
            with(server.connectionString(), incidents -> {
                incidents.createIndex(Indexes.ascending("crossingId"), new IndexOptions().unique(true));
                incidents.insertOne(new Document("_id", 1).append("crossingId", "c1"));
            });
        }
        try (MongoServer server = MongoServer.start(file(), 0)) {
            with(server.connectionString(), incidents -> {
                assertThat(incidents.find(new Document("crossingId", "c1")).first())
                        .containsEntry("_id", 1);
                assertThat(incidents.listIndexes()).anyMatch(index -> Boolean.TRUE.equals(index.get("unique")));
            });
        }
    }

    @Test
    void shouldKeepNothingInMemory() {
        try (MongoServer server = MongoServer.start(null, 0)) {
            with(server.connectionString(), incidents -> {
                incidents.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
                assertThat(incidents.countDocuments()).isEqualTo(2);
            });
        }
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void shouldKeepWhatWasAcknowledgedBeforeItsProcessWasKilled() throws Exception {
        String port = Integer.toString(FreePort.or(0));
        String address = "mongodb://127.0.0.1:" + port;
        try (ChildJvm child = childOn(port)) {
            with(address, incidents -> {
                for (int id = 0; id < 500; id++) {
                    incidents.insertOne(new Document("_id", id));
                }
            });
            child.kill();
        }
        try (ChildJvm again = childOn(port)) {
            with(address, incidents -> assertThat(incidents.countDocuments()).isEqualTo(500));
            assertThat(again.terminate()).isIn(0, 143);
        }
    }

    private ChildJvm childOn(String port) throws Exception {
        return ChildJvm.ready(MongoMain.class, scratch, "--data", file().toString(), "--port", port);
    }

    private Path file() {
        return scratch.resolve("mongo/data.mv");
    }

    private static void with(String address, Consumer<MongoCollection<Document>> work) {
        try (MongoClient client = MongoClients.create(address)) {
            work.accept(client.getDatabase("incidents").getCollection("incidents"));
        }
    }
}
