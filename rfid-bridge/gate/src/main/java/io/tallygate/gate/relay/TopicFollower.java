package io.tallygate.gate.relay;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Reads topics on a thread of its own, with one consumer after the other, whether Kafka is there or not. */
public final class TopicFollower implements AutoCloseable {
    /** The longest wait for any one answer of the broker. */
    public static final Duration BROKER_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    /** Reads while {@link #isRunning}; returns earlier to go on with another consumer. */
    @FunctionalInterface
    public interface Reading {
        void readWith(Consumer<String, byte[]> consumer);
    }

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Reading reading;
    private final OutageLog outages;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable Consumer<String, byte[]> current;

    /**
     * @param name of the thread
     * @param consumers makes a consumer without a group, which does not commit
     * @param outages told when reading fails; the reading tells it of success
     */
    public TopicFollower(
            String name, Supplier<Consumer<String, byte[]>> consumers, Reading reading, OutageLog outages) {
        this.consumers = consumers;
        this.reading = reading;
        this.outages = outages;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public boolean isRunning() {
        return running;
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

    /** Before something is tried again; on the follower's thread. */
    public void pause() {
        try {
            Thread.sleep(RETRY_PAUSE);
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    /** @throws KafkaException when there is no such topic yet */
    public static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, BROKER_TIMEOUT).stream()
                .map(known -> new TopicPartition(topic, known.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("topic " + topic + " does not exist yet");
        }
        return partitions;
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

    private void followWith(Consumer<String, byte[]> consumer) {
        current = consumer;
        try {
            reading.readWith(consumer);
        } finally {
            // There is no group to leave and nothing to commit.
            Thread.interrupted();
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }
}
