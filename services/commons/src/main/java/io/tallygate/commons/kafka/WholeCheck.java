package io.tallygate.commons.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Asks the partitions' leaders again and again where their ends are, and says so once the consumer has read up to there. An empty poll
 * alone proves nothing: it is also what a consumer gets from a broker that is away.
 */
final class WholeCheck {

    private static final long EVERY_NANOS = Duration.ofMillis(250).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KafkaConsumer<?, ?> consumer;
    private final List<TopicPartition> partitions;
    private final TopicFollower.Pulse pulse;
    private Map<TopicPartition, Long> ends = Map.of();
    private long askedNanos = System.nanoTime() - EVERY_NANOS;

    WholeCheck(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, TopicFollower.Pulse pulse) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.pulse = pulse;
    }

    /** To be called after each poll, when its records have been taken in. */
    void look() {
        if (ends.isEmpty()) {
            ask();
        }
        if (!ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            ends = Map.of();
            pulse.whole(askedNanos, System.nanoTime());
        }
    }

    private void ask() {
        long now = System.nanoTime();
        if (now - askedNanos < EVERY_NANOS) {
            return;
        }
        askedNanos = now;
        try {
            ends = consumer.endOffsets(partitions, PATIENCE);
        } catch (TimeoutException away) {
            ends = Map.of();
        }
    }
}
