package io.tallygate.commons.kafka;

import io.tallygate.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
 * Every record of some topics, on a thread of its own, for as long as the process lives and whether Kafka is there or not. Each
 * follower follows all partitions: it belongs to no group and commits nothing. After Kafka was away one from the beginning goes on
 * where it was, one from now on at what is new by then.
 */
public final class TopicFollower implements AutoCloseable {

    /** Told about twice a second, on the follower's own thread, for as long as it keeps up with its topics. */
    @FunctionalInterface
    public interface Pulse {
        /**
         * Kafka is there, and every record that was in the topics at that moment has been taken in.
         *
         * @param askedNanos {@link System#nanoTime()} of that moment
         * @param nanos of now, when they have been taken in
         */
        void whole(long askedNanos, long nanos);
    }

    /** Where it begins. */
    public enum From {
        BEGINNING,
        NOW
    }

    private static final Logger LOG = Logger.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final List<Topic> topics;
    private final From from;
    private final Consumer<ConsumerRecord<String, byte[]>> sink;
    private final @Nullable Pulse pulse;
    // What was read needs no second reading after an interruption, and would look as if it were said again.
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    /** @param sink takes each record, on the follower's thread; must not throw */
    public TopicFollower(List<Topic> topics, From from, Consumer<ConsumerRecord<String, byte[]>> sink) {
        this(topics, from, sink, null);
    }

    /** @param pulse costs the broker a question twice a second; null for none */
    TopicFollower(List<Topic> topics, From from, Consumer<ConsumerRecord<String, byte[]>> sink, @Nullable Pulse pulse) {
        this.topics = List.copyOf(topics);
        this.from = from;
        this.sink = sink;
        this.pulse = pulse;
    }

    /** Begins to follow; returns at once. */
    public void start(String bootstrapServers) {
        Thread.ofPlatform()
                .daemon()
                .name("follow-" + topics.getFirst().topicName())
                .start(() -> followForEver(bootstrapServers));
    }

    /** Whether everything that was in the topics at the start has been taken. */
    public boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits for {@link #caughtUp}, but no longer than {@code patience}; answers it. */
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
                LOG.debugf("Stopped following %s", topics);
            } catch (KafkaException e) {
                LOG.warnf("Following %s was interrupted, trying again: %s", topics, e.getMessage());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> opened) {
        List<TopicPartition> partitions =
                topics.stream().flatMap(topic -> partitions(opened, topic)).toList();
        opened.assign(partitions);
        switch (from) {
            case BEGINNING -> partitions.forEach(partition -> resume(opened, partition));
            case NOW -> opened.seekToEnd(partitions);
        }
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        WholeCheck check = pulse == null ? null : new WholeCheck(opened, partitions, pulse);
        while (!closed) {
            opened.poll(POLL).forEach(this::take);
            if (check != null) {
                check.look();
            }
            if (!caughtUp()
                    && ends.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue())) {
                caughtUp.countDown();
            }
        }
    }

    private void resume(KafkaConsumer<String, byte[]> opened, TopicPartition partition) {
        Long resumed = next.get(partition);
        if (resumed == null) {
            opened.seekToBeginning(List.of(partition));
        } else {
            opened.seek(partition, resumed);
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
        sink.accept(message);
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<String, byte[]> opened, Topic topic) {
        List<TopicPartition> found = opened.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (found.isEmpty()) {
            throw new KafkaException("the topic " + topic.topicName() + " does not exist yet");
        }
        return found.stream();
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                from == From.BEGINNING ? "earliest" : "latest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100);
    }
}
