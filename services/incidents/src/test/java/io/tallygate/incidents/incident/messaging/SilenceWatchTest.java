package io.tallygate.incidents.incident.messaging;

import static io.tallygate.incidents.Gate.PATIENCE;
import static io.tallygate.incidents.Gate.aPortal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.tallygate.contracts.HealthPulse;
import io.tallygate.incidents.incident.application.FollowingSilence;
import io.tallygate.incidents.incident.application.SilenceOf;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentStatus;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import io.tallygate.incidents.incident.persistence.StoreOf;
import io.tallygate.standalone.servers.KafkaServer;
import io.tallygate.standalone.servers.MongoServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dead bridge is noticed, against a real broker that can be taken away. */
class SilenceWatchTest {

    @TempDir
    static Path dir;

    private static KafkaServer kafka;
    private static MongoServer mongo;
    private static MongoClient client;
    private static IncidentStore store;
    private static FollowingSilence following;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @BeforeAll
    static void startServers() {
        kafka = KafkaServer.start(dir.resolve("kafka"), 0);
        kafka.ensureTopics();
        mongo = MongoServer.start(null, 0);
        client = MongoClients.create(mongo.connectionString());
        store = StoreOf.database(client, "silence");
        following = SilenceOf.store(store);
    }

    @AfterAll
    static void stopServers() {
        client.close();
        mongo.close();
        kafka.close();
    }

    @AfterEach
    void closeAll() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void shouldKeepOneIncidentForASilenceWhoeverListensAndHoweverOftenTheyStart() throws Exception {
        String portal = aPortal();
        ToldBridge bridge = aBridge(portal).configured(true).watching();
        SilenceWatch first = anInstance();
        SilenceWatch second = anInstance();

        bridge.kill();
        Instant killed = Instant.now();
        Incident opened = await().atMost(PATIENCE)
                .until(() -> unended(portal), found -> found.size() == 1)
                .getFirst();
        System.out.printf("a dead bridge is noticed after %s%n", Duration.between(killed, Instant.now()));
        assertThat(opened.cause().reason()).isEqualTo("BRIDGE_SILENT");
        assertThat(opened.cause().detectedAt()).isBefore(Instant.now());

        first.close();
        second.close();
        SilenceWatch third = anInstance();
        // Of this one nothing was ever heard: once it is found silent, so is the other.
        String neverHeard = "Z" + portal;
        aBridge(neverHeard).configured(true);
        await().atMost(PATIENCE).until(() -> unended(neverHeard).size() == 1);
        assertThat(unended(portal)).containsExactly(opened);

        aBridge(portal).watching();
        await().atMost(PATIENCE).until(() -> unended(portal).isEmpty());
        Incident ended = store.find(opened.id()).orElseThrow();
        assertThat(ended.state().status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(ended.state().endedAt().orElseThrow()).isAfter(opened.cause().detectedAt());
        third.close();
    }

    @Test
    void shouldNotTakeAnOutageOfKafkaForDeadBridges() throws Exception {
        String alive = aPortal();
        String dying = aPortal();
        aBridge(alive).configured(true).watching();
        ToldBridge dies = aBridge(dying).configured(true).watching();
        anInstance();
        anInstance();

        int port = kafka.port();
        kafka.close();
        dies.kill();
        Instant away = Instant.now();
        await().atMost(PATIENCE).until(() -> Instant.now()
                .isAfter(away.plus(HealthPulse.SILENT_AFTER).plus(HealthPulse.SILENT_AFTER)));
        assertThat(unended(alive)).isEmpty();
        assertThat(unended(dying)).isEmpty();
        kafka = KafkaServer.start(dir.resolve("kafka"), port);

        await().atMost(PATIENCE).until(() -> unended(dying).size() == 1);
        assertThat(all(alive)).isZero();
    }

    @Test
    void shouldListenForThoseAloneThatAreToBeWatched() {
        String disabled = aPortal();
        String enabled = "Z" + disabled;
        anInstance();
        aBridge(disabled).configured(false);
        ToldBridge bridge = aBridge(enabled).configured(true);

        await().atMost(PATIENCE).until(() -> unended(enabled).size() == 1);
        assertThat(all(disabled)).isZero();

        bridge.configured(false);
        await().atMost(PATIENCE).until(() -> unended(enabled).isEmpty());
        assertThat(all(enabled)).isEqualTo(1);
    }

    private ToldBridge aBridge(String portal) {
        ToldBridge bridge = new ToldBridge(kafka.bootstrapServers(), portal);
        open.push(bridge);
        return bridge;
    }

    private SilenceWatch anInstance() {
        SilenceWatch watch = new SilenceWatch(
                kafka.bootstrapServers(), () -> HealthPulse.SILENT_AFTER, following, Clock.systemUTC());
        watch.start();
        open.push(watch);
        return watch;
    }

    private static List<Incident> unended(String portal) {
        return store.unendedBlindness(portal);
    }

    private static long all(String portal) {
        return client.getDatabase("silence")
                .getCollection("incidents")
                .countDocuments(new org.bson.Document("portalCode", portal));
    }
}
