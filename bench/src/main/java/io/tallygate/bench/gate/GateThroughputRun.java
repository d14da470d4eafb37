package io.tallygate.bench.gate;

import com.google.protobuf.InvalidProtocolBufferException;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.gate.relay.KafkaSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Readers of a thousand reads a second, more of them in each step, through a bridge into a broker, and then a bare producer. */
public final class GateThroughputRun implements AutoCloseable {
    private static final int REPORTS_A_SECOND = 1_000 / SteadyReader.TAGS_A_REPORT;
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(60);
    private static final int PEER_BATCH = 200;

    private final BenchStack stack = new BenchStack();
    private final List<SteadyReader> readers = new ArrayList<>();

    public GateThroughputRun() throws IOException, InterruptedException {}

    /**
     * One number of readers.
     *
     * @param readsPerSecond sent
     * @param processorShare of one processor, by the bridge
     * @param brokerShare of one processor, by the broker
     * @param drainMillis from the last report until nothing was left in the spool
     * @param leftOut reads thinned or dropped so far
     */
    public record Step(
            int readers,
            double readsPerSecond,
            double processorShare,
            double brokerShare,
            double drainMillis,
            long leftOut) {}

    /**
     * What came to Kafka.
     *
     * @param gaps batches missing between the first and the last of a portal
     */
    public record Arrived(long reads, long gaps) {}

    /** What a producer alone does with the same batches, as fast as it goes. */
    public record Bare(double readsPerSecond, double processorSecondsPer1000) {}

    public Step step(int count, Duration warmUp, Duration measured) throws IOException, InterruptedException {
        while (readers.size() < count) {
            SteadyReader reader = new SteadyReader(readers.size());
            readers.add(reader);
            stack.watch(reader.portal(), reader.port());
        }
        BenchStack.await("a reader", () -> readers.stream().allMatch(SteadyReader::isWatched));
        // Watched is said when the set-up has begun.
        Thread.sleep(1_000);
        drive(warmUp);
        long sent = sent();
        long broker = stack.brokerNanos();
        BenchStack.State before = stack.state();
        long started = System.nanoTime();
        drive(measured);
        double nanos = System.nanoTime() - started;
        BenchStack.State after = stack.state();
        double brokerShare = (stack.brokerNanos() - broker) / nanos;
        long reads = sent() - sent;
        double drained = drainMillis();
        return new Step(
                count,
                reads * 1e9 / nanos,
                (after.processorNanos() - before.processorNanos()) / nanos,
                brokerShare,
                drained,
                stack.state().leftOut());
    }

    /** Reads sent so far. */
    public long sent() {
        return readers.stream().mapToLong(SteadyReader::reads).sum();
    }

    /** Each reader reports every 20 ms, the readers one after the other. */
    private void drive(Duration time) {
        long periodNanos = 1_000_000_000L / REPORTS_A_SECOND;
        long rounds = time.toNanos() / periodNanos;
        long started = System.nanoTime();
        for (long round = 0; round < rounds; round++) {
            for (int i = 0; i < readers.size(); i++) {
                long at = started + round * periodNanos + i * periodNanos / readers.size();
                for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                readers.get(i).report(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
            }
        }
    }

    /** A batch leaves the gate's memory after 200 ms at the latest. */
    private double drainMillis() throws IOException, InterruptedException {
        long started = System.nanoTime();
        int quiet = 0;
        while (quiet < 25) {
            quiet = stack.state().spooled() == 0 ? quiet + 1 : 0;
            if (System.nanoTime() - started > DRAINED_WITHIN.toNanos()) {
                throw new IllegalStateException("the spool is not empty after " + DRAINED_WITHIN);
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - started) / 1e6 - 500;
    }

    /** Everything on the topic of reads; a batch that came twice counts once. */
    public Arrived arrived() throws InvalidProtocolBufferException {
        Map<String, Long> next = new HashMap<>();
        long reads = 0;
        long gaps = 0;
        try (Consumer<String, byte[]> consumer = stack.kafka().replicaConsumer()) {
            String topic = Topic.RFID_READS.topicName();
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> polled : consumer.poll(Duration.ofMillis(100))) {
                    ReadBatch batch = ReadBatch.parseFrom(polled.value());
                    long expected = next.getOrDefault(batch.getPortalCode(), batch.getSequence());
                    if (batch.getSequence() >= expected) {
                        gaps += batch.getSequence() - expected;
                        reads += batch.getReadsCount();
                        next.put(batch.getPortalCode(), batch.getSequence() + 1);
                    }
                }
            }
        }
        return new Arrived(reads, gaps);
    }

    /** To another topic of the same broker, so that what has arrived stays what the bridge has sent. */
    public Bare bare(Duration time) {
        byte[] batch = SteadyReader.batch(PEER_BATCH);
        KafkaSettings kafka = stack.kafka();
        String topic = Topic.LEDGER_CUSTODY.topicName();
        try (Producer<String, byte[]> producer = kafka.readProducer()) {
            long processor = BenchBridge.processorNanos();
            long started = System.nanoTime();
            long batches = 0;
            while (System.nanoTime() - started < time.toNanos()) {
                var unused = producer.send(new ProducerRecord<>(topic, "T-" + batches % 50, batch));
                batches++;
            }
            producer.flush();
            double seconds = (System.nanoTime() - started) / 1e9;
            double reads = (double) batches * PEER_BATCH;
            return new Bare(reads / seconds, (BenchBridge.processorNanos() - processor) / 1e9 / reads * 1000);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        readers.forEach(SteadyReader::close);
        stack.close();
    }
}
