package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.gate.relay.KafkaRelay;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.Spool;
import io.tallygate.gate.spool.SpoolKind;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.standalone.servers.KafkaServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate's host whose clock is two years ahead, and a topic that would have records carry that time. */
class ClockAheadTest {
    private static final List<String> CROSSINGS =
            IntStream.range(0, 50).mapToObj(i -> "crossing " + i).toList();

    @TempDir
    Path dir;

    @Test
    void shouldLoseNothingThatIsRefusedForItsTimeAndSendItWhenTheTopicIsSetRight() throws Exception {
        Set<Class<?>> refusals = ConcurrentHashMap.newKeySet();
        try (KafkaServer kafka = KafkaServer.start(dir.resolve("kafka"), 0);
                Spool spool = Spool.open(dir.resolve("spool"), new SpoolLimits(1 << 20, 16 << 20), Clock.systemUTC());
                KafkaRelay relay = new KafkaRelay(
                        "crossings", spool, () -> new ProducerAhead(kafka.bootstrapServers(), refusals))) {
            makeTopicAsBrokersDoByThemselves(kafka.bootstrapServers());
            for (String crossing : CROSSINGS) {
                spool.append(SpoolKind.CROSSING, "one", crossing.getBytes(StandardCharsets.UTF_8));
            }
            relay.start();
            until(() -> refusals.contains(InvalidRecordException.class));

            kafka.ensureTopics();
            until(() -> spool.state().depth() == 0);
            assertThat(relay.refusedRecords()).isZero();
            try (KafkaArrivals arrivals = new KafkaArrivals(new KafkaSettings(kafka.bootstrapServers()))) {
                assertThat(arrivals.all(Topic.RFID_CROSSINGS).stream()
                                .map(value -> new String(value, StandardCharsets.UTF_8))
                                .distinct())
                        .containsExactlyElementsOf(CROSSINGS);
            }
        }
    }

    private static void makeTopicAsBrokersDoByThemselves(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(
                            Topic.RFID_CROSSINGS.topicName(), Topic.RFID_CROSSINGS.partitions(), (short) 1)))
                    .all()
                    .get();
        }
    }

    /** As the gate's, but for the time, and for gathering records: of many the broker names each. */
    private static final class ProducerAhead extends KafkaProducer<String, byte[]> {
        private final Set<Class<?>> refusals;

        ProducerAhead(String bootstrapServers, Set<Class<?>> refusals) {
            super(
                    Map.of(
                            "bootstrap.servers",
                            bootstrapServers,
                            "acks",
                            "all",
                            "linger.ms",
                            50,
                            "max.in.flight.requests.per.connection",
                            1),
                    new StringSerializer(),
                    new ByteArraySerializer());
            this.refusals = refusals;
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<String, byte[]> sent, Callback callback) {
            long ahead = System.currentTimeMillis() + Duration.ofDays(730).toMillis();
            return super.send(
                    new ProducerRecord<>(sent.topic(), null, ahead, sent.key(), sent.value()), (where, failure) -> {
                        if (failure != null) {
                            refusals.add(failure.getClass());
                            System.err.println("XX " + failure);
                        }
                        callback.onCompletion(where, failure);
                    });
        }
    }
}
