package io.tallygate.standalone.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallygate.contracts.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    private static final String TOPIC = Topic.DEVICES_REGISTER.topicName();

    @TempDir
    Path scratch;

    @Test
    void shouldKeepItsRecordsAcrossAStopAndServeEveryTopic() throws Exception {
        try (KafkaServer server = start()) {
            server.ensureTopics();
            send(server.bootstrapServers(), TOPIC, "first");
            assertEveryTopicIsAsDeclared(server.bootstrapServers());
        }
        try (KafkaServer server = start()) {
            server.ensureTopics();
            assertEveryTopicIsAsDeclared(server.bootstrapServers());
            assertThat(read(server.bootstrapServers(), 1)).containsExactly("first");
        }
    }

    @Test
    void shouldTakeAndKeepTheRecordsOfAHostWhoseClockIsYearsOff() throws Exception {
        try (KafkaServer server = start()) {
            server.ensureTopics();
            Instant now = Instant.now();
            for (Topic topic : Topic.all()) {
                for (int years : List.of(2, -2)) {
                    Instant theirs = now.plus(years * 365L, ChronoUnit.DAYS);
                    assertThat(keptAs(server.bootstrapServers(), topic, theirs))
                            .as(topic.topicName())
                            .isBetween(now.minusSeconds(1), now.plus(1, ChronoUnit.DAYS));
                }
            }
        }
    }

    @Test
    void shouldNotCreateATopicThatSomebodyMerelyWritesTo() {
        try (KafkaServer server = start()) {
            assertThatThrownBy(() -> send(server.bootstrapServers(), "misspelt.v1", "lost"))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void shouldKeepWhatWasAcknowledgedBeforeItsProcessWasKilled() throws Exception {
        String port = Integer.toString(FreePort.or(0));
        String broker = "127.0.0.1:" + port;
        try (ChildJvm child = childOn(port)) {
            send(broker, TOPIC, "first");
            child.kill();
        }
        try (ChildJvm again = childOn(port)) {
            send(broker, TOPIC, "second");
            assertThat(read(broker, 2)).containsExactly("first", "second");
            assertThat(again.terminate()).isIn(0, 143);
        }
    }

    private ChildJvm childOn(String port) throws Exception {
        return ChildJvm.ready(KafkaMain.class, scratch, "--data", data().toString(), "--port", port);
    }

    private KafkaServer start() {
        return KafkaServer.start(data(), 0);
    }

    private Path data() {
        return scratch.resolve("data");
    }

    private static void assertEveryTopicIsAsDeclared(String broker) throws Exception {
        Set<String> names = Topic.all().stream().map(Topic::topicName).collect(Collectors.toSet());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Map<String, TopicDescription> found =
                    admin.describeTopics(names).allTopicNames().get();
            Map<ConfigResource, Config> configs = admin.describeConfigs(
                            names.stream().map(KafkaServerTest::resource).toList())
                    .all()
                    .get();
            for (Topic topic : Topic.all()) {
                String name = topic.topicName();
                Config config = Objects.requireNonNull(configs.get(resource(name)), name);
                assertThat(Objects.requireNonNull(found.get(name), name).partitions())
                        .as(name)
                        .hasSize(topic.partitions());
                assertThat(config.get("cleanup.policy").value())
                        .as(name)
                        .isEqualTo(topic.compacted() ? "compact" : "delete");
                assertThat(config.get("message.timestamp.type").value())
                        .as(name)
                        .isEqualTo("LogAppendTime");
                if (topic.register()) {
                    assertThat(config.get("retention.ms").value()).isEqualTo("-1");
                }
            }
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static void send(String broker, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "acks", "all", "max.block.ms", 30_000);
        Map<String, Object> impatient = topic.equals(TOPIC) ? settings : with(settings, "max.block.ms", 2_000);
        try (var producer = new KafkaProducer<>(impatient, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    /** The time that a record has on the broker whose sender gave it another. */
    private static Instant keptAs(String broker, Topic topic, Instant sent) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            return Instant.ofEpochMilli(
                    producer.send(new ProducerRecord<>(topic.topicName(), 0, sent.toEpochMilli(), "key", "value"))
                            .get()
                            .timestamp());
        }
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        Map<String, Object> copy = new java.util.HashMap<>(settings);
        copy.put(name, value);
        return copy;
    }

    private static List<String> read(String broker, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            for (int polls = 0; values.size() < count && polls < 60; polls++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(r -> values.add(r.value()));
            }
        }
        return values;
    }
}
