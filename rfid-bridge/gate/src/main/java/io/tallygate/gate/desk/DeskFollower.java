package io.tallygate.gate.desk;

import com.google.protobuf.InvalidProtocolBufferException;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Desk;
import io.tallygate.gate.relay.OutageLog;
import io.tallygate.gate.relay.TopicFollower;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears which desks there are, on a thread of its own and from the beginning of the topic at every start: without Kafka nobody could be told
 * what lies on a desk, so nothing is kept on disk, and a broker that lacks the topic holds no gate up.
 */
final class DeskFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** Told of all desks there are, by code, whenever one changes. */
    @FunctionalInterface
    interface Listener {
        void desks(Map<String, DeskPlan> desks);
    }

    private final Listener listener;
    private final OutageLog outages = new OutageLog(LOG, "following the desks");
    private final TopicFollower follower;
    private final Map<String, DeskPlan> desks = new HashMap<>();

    /** @param consumers makes a consumer without a group, which does not commit */
    DeskFollower(Supplier<Consumer<String, byte[]>> consumers, Listener listener) {
        this.listener = listener;
        this.follower = new TopicFollower("desk-follower", consumers, this::follow, outages);
    }

    void start() {
        follower.start();
    }

    @Override
    public void close() throws InterruptedException {
        follower.close();
    }

    private void follow(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = TopicFollower.partitions(consumer, Topic.FACILITIES_DESKS.topicName());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (follower.isRunning()) {
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
