package io.tallygate.bench.gate;

import io.tallygate.gate.relay.KafkaSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What an alarm would cost if it went through the broker: a record out, acknowledged by all and not held back, and in again. As the
 * gate's own clients are set; with the broker at rest otherwise, which flatters it.
 */
final class KafkaPeer implements AutoCloseable {
    private static final TopicPartition PLACE = new TopicPartition("bench.round-trip", 0);
    private static final long EVERY_MILLIS = 10;
    private static final int WARM_UP_ROUNDS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Producer<String, byte[]> out;
    private final Consumer<String, byte[]> in;

    private KafkaPeer(KafkaSettings kafka) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(PLACE.topic(), 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            throw new IOException("the broker does not make a topic", refused);
        }
        out = kafka.crossingProducer();
        in = kafka.replicaConsumer();
        in.assign(List.of(PLACE));
        in.seekToBeginning(List.of(PLACE));
    }

    /** {@code rounds} round trips of {@code bytes}, one every 10 ms or slower. */
    static Samples measure(KafkaSettings kafka, byte[] bytes, int rounds) throws IOException, InterruptedException {
        Samples samples = new Samples();
        try (KafkaPeer peer = new KafkaPeer(kafka)) {
            for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
                long nanos = peer.roundTrip(bytes);
                if (i >= WARM_UP_ROUNDS) {
                    samples.add(nanos);
                }
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        }
        return samples;
    }

    private long roundTrip(byte[] bytes) throws IOException {
        long sentNanos = System.nanoTime();
        var unused = out.send(new ProducerRecord<>(PLACE.topic(), PLACE.partition(), "", bytes));
        while (in.poll(Duration.ofMillis(100)).isEmpty()) {
            if (System.nanoTime() - sentNanos > PATIENCE.toNanos()) {
                throw new IOException("a record does not come back from the broker");
            }
        }
        return System.nanoTime() - sentNanos;
    }

    @Override
    public void close() {
        out.close(Duration.ofSeconds(1));
        in.close();
    }
}
