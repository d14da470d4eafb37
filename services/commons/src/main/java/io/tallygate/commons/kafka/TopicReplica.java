package io.tallygate.commons.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.tallygate.contracts.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

    private static final Logger LOG = Logger.getLogger(TopicReplica.class);

    private final Parser<V> parser;
    private final Listener<V> listener;
    private final Map<String, V> values = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    public TopicReplica(Topic topic, Parser<V> parser, Listener<V> listener) {
        this(topic, parser, listener, null);
    }

    /** @param pulse costs the broker a question twice a second; null for none */
    public TopicReplica(Topic topic, Parser<V> parser, Listener<V> listener, TopicFollower.@Nullable Pulse pulse) {
        this.parser = parser;
        this.listener = listener;
        this.follower = new TopicFollower(List.of(topic), TopicFollower.From.BEGINNING, this::apply, pulse);
    }

    public TopicReplica(Topic topic, Parser<V> parser) {
        this(topic, parser, (before, now) -> {});
    }

    /** Begins to follow; returns at once. */
    public void start(String bootstrapServers) {
        follower.start(bootstrapServers);
    }

    public Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public Collection<V> values() {
        return List.copyOf(values.values());
    }

    public boolean caughtUp() {
        return follower.caughtUp();
    }

    /** Waits until everything that was in the topic at the start is here, but no longer than {@code patience}. */
    public boolean awaitCaughtUp(Duration patience) {
        return follower.awaitCaughtUp(patience);
    }

    @Override
    public void close() {
        follower.close();
    }

    private void apply(ConsumerRecord<String, byte[]> change) {
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
                    "A record of %s at offset %d cannot be read: %s", change.topic(), change.offset(), e.getMessage());
        }
    }
}
