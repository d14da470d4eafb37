package io.tallygate.gate.relay;

import com.google.protobuf.MessageLite;
import io.tallygate.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the states of things, each under its key, on a thread of its own, and that one has gone. While Kafka is away nothing piles
 * up: what counts is the state when it returns.
 */
public final class StatePublisher<S extends MessageLite> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatePublisher.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    /** What there is to tell. */
    public interface News<S> {
        /** For the log messages: "health". */
        String what();

        /** A compacted one. */
        Topic topic();

        Duration lookEvery();

        /** Of everything there is now. */
        List<S> states();

        String key(S state);

        /** Whether {@code now} is to be told after {@code last} was. */
        boolean isDue(S last, S now);
    }

    private final News<S> news;
    private final Supplier<Producer<String, byte[]>> producers;
    private final RelayThread thread;
    private final Map<String, S> sent = new HashMap<>();

    public StatePublisher(News<S> news, Supplier<Producer<String, byte[]>> producers) {
        this.news = news;
        this.producers = producers;
        this.thread = new RelayThread(news.topic().topicName() + "-publisher", new Publishing());
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() throws InterruptedException {
        thread.close();
    }

    private final class Publishing implements RelayThread.Work {
        @Override
        public void attempt() throws InterruptedException {
            publishWith(producers.get());
        }

        /** The next attempt waits for Kafka by itself. */
        @Override
        public void failed(Exception why) {
            LOG.debug("{} cannot be sent now: {}", news.what(), why.getMessage());
        }
    }

    private void publishWith(Producer<String, byte[]> producer) throws InterruptedException {
        try {
            while (thread.isRunning()) {
                publish(producer, news.states());
                Thread.sleep(news.lookEvery());
            }
        } finally {
            Thread.interrupted();
            producer.close(CLOSE_TIMEOUT);
        }
    }

    private void publish(Producer<String, byte[]> producer, List<S> states) throws InterruptedException {
        Set<String> gone = new HashSet<>(sent.keySet());
        for (S state : states) {
            String key = news.key(state);
            gone.remove(key);
            S last = sent.get(key);
            if (last == null || news.isDue(last, state)) {
                send(producer, key, state.toByteArray());
                sent.put(key, state);
            }
        }
        for (String key : gone) {
            send(producer, key, null);
            sent.remove(key);
        }
    }

    private void send(Producer<String, byte[]> producer, String key, byte @Nullable [] value)
            throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(news.topic().topicName(), key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(news.what() + " of " + key + " was not acknowledged", e.getCause());
        }
    }
}
