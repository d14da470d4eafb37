package io.tallygate.gate.desk;

import com.google.protobuf.InvalidProtocolBufferException;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Desk;
import io.tallygate.gate.relay.OutageLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears which desks there are, on a thread of its own and from the beginning of the topic at every start: without Kafka nobody could be told
 * what lies on a desk, so nothing is kept on disk, and a broker that lacks the topic holds no gate up.
 */
final class DeskFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    /** Told of all desks there are, by code, whenever one changes. */
    @FunctionalInterface
    interface Listener {
        void desks(Map<String, DeskPlan> desks);
    }

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Listener listener;
    private final Thread thread;
    private final OutageLog outages = new OutageLog(LOG, "following the desks");
    private final Map<String, DeskPlan> desks = new HashMap<>();
    private volatile boolean running = true;
    private volatile @Nullable Consumer<String, byte[]> current;

    /** @param consumers makes a consumer without a group, which does not commit */
    DeskFollower(Supplier<Consumer<String, byte[]>> consumers, Listener listener) {
        this.consumers = consumers;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("desk-follower").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.interrupt();
        thread.join();
    }

    private void run() {
        while (running) {
            try {
                followWith(consumers.get());
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException stopping) {
                // Only close() wakes or interrupts; the loop's condition ends it.
                Thread.interrupted();
            } catch (KafkaException e) {
                outages.failed(e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_PAUSE);
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    private void followWith(Consumer<String, byte[]> consumer) {
        current = consumer;
        try {
            follow(consumer);
        } finally {
            Thread.interrupted();
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        String topic = Topic.FACILITIES_DESKS.topicName();
        List<TopicPartition> partitions = consumer.partitionsFor(topic, BROKER_TIMEOUT).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("topic " + topic + " does not exist yet");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (running) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            outages.succeeded();
            if (!records.isEmpty()) {
                records.forEach(this::apply);
                listener.desks(Map.copyOf(desks));
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> change) {
        if (change.value() == null) {
            desks.remove(change.key());
            return;
        }
        try {
            desks.put(change.key(), DeskPlan.of(Desk.parseFrom(change.value())));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            // The last good word about this desk stands, and the others are none the worse.
            LOG.error("desk {} cannot be watched as described: {}", change.key(), e.getMessage());
        }
    }
}
