package io.tallygate.commons.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.tallygate.contracts.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A compacted topic, whole, in memory: read from its beginning, then followed for as long as the process lives. While Kafka is
 * away it answers what it last knew. Meant for thousands of small records (people, cabinets), not for the items of the ledger.
 */
public final class TopicReplica<V> implements AutoCloseable {

    /** Told of each change, on the replica's own thread, before readers can see it. */
    @FunctionalInterface
    public interface Listener<V> {
        void changed(Optional<V> before, Optional<V> now);
    }

    /** Told about twice a second, on the replica's own thread, for as long as the replica keeps up with the topic. */
    @FunctionalInterface
    public interface Pulse {
        /**
         * Kafka is there, and every record that was in the topic at that moment has been taken in.
         *
         * @param askedNanos {@link System#nanoTime()} of that moment
         * @param nanos of now, when they have been taken in
         */
        void whole(long askedNanos, long nanos);
    }

    private static final Logger LOG = Logger.getLogger(TopicReplica.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Topic topic;
    private final Parser<V> parser;
    private final Listener<V> listener;
    private final @Nullable Pulse pulse;
    private final Map<String, V> values = new ConcurrentHashMap<>();
    // What was read needs no second reading after an interruption, and would look as if it were said again.
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    public TopicReplica(Topic topic, Parser<V> parser, Listener<V> listener) {
        this(topic, parser, listener, null);
    }

    /** @param pulse costs the broker a question twice a second; null for none */
    public TopicReplica(Topic topic, Parser<V> parser, Listener<V> listener, @Nullable Pulse pulse) {
        this.topic = topic;
        this.parser = parser;
        this.listener = listener;
        this.pulse = pulse;
    }

    public TopicReplica(Topic topic, Parser<V> parser) {
        this(topic, parser, (before, now) -> {});
    }

    /** Begins to follow; returns at once. */
    public void start(String bootstrapServers) {
        Thread.ofPlatform().daemon().name("replica-" + topic.topicName()).start(() -> followForEver(bootstrapServers));
    }

    public Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public Collection<V> values() {
        return List.copyOf(values.values());
    }

    public boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits until everything that was in the topic at the start is here, but no longer than {@code patience}. */
    public boolean awaitCaughtUp(Duration patience) {
        try {
            return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return caughtUp();
        }
    }

    @Override
    public void close() {
        closed = true;
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    private void followForEver(String bootstrapServers) {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> opened = new KafkaConsumer<>(settings(bootstrapServers))) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException e) {
                LOG.debugf("Stopped following %s", topic.topicName());
            } catch (KafkaException e) {
                LOG.warnf("Following %s was interrupted, trying again: %s", topic.topicName(), e.getMessage());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> opened) {
        List<TopicPartition> partitions = opened.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("the topic does not exist yet");
        }
        opened.assign(partitions);
        partitions.forEach(partition -> seek(opened, partition));
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        WholeCheck check = pulse == null ? null : new WholeCheck(opened, partitions, pulse);
        while (!closed) {
            opened.poll(POLL).forEach(this::apply);
            if (check != null) {
                check.look();
            }
            if (!caughtUp()
                    && ends.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue())) {
                caughtUp.countDown();
            }
        }
    }

    private void seek(KafkaConsumer<String, byte[]> opened, TopicPartition partition) {
        Long resumed = next.get(partition);
        if (resumed == null) {
            opened.seekToBeginning(List.of(partition));
        } else {
            opened.seek(partition, resumed);
        }
    }

    private void apply(ConsumerRecord<String, byte[]> change) {
        next.put(new TopicPartition(change.topic(), change.partition()), change.offset() + 1);
        Optional<V> before = Optional.ofNullable(values.get(change.key()));
        if (change.value() == null) {
            listener.changed(before, Optional.empty());
            values.remove(change.key());
            return;
        }
        try {
            V now = parser.parseFrom(change.value());
            listener.changed(before, Optional.of(now));
            values.put(change.key(), now);
        } catch (InvalidProtocolBufferException e) {
            // One bad record must not hide the others; the last good value of this key stays.
            LOG.errorf(
                    "A record of %s at offset %d cannot be read: %s",
                    topic.topicName(), change.offset(), e.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private static Properties settings(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        return settings;
    }
}
