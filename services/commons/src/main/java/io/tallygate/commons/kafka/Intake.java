package io.tallygate.commons.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tallygate.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * How a consumer meets what goes wrong. A record that cannot be read will never be: it is logged, counted
 * ({@code tallygate.kafka.unreadable}) and skipped. A store that fails comes back: the effect is tried until it succeeds, so that
 * no record is acknowledged before its effect is kept. Effects must therefore be idempotent.
 */
public final class Intake<V extends Message> {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Topic topic;
    private final Parser<V> parser;
    private final Counter unreadable;
    private final Counter retries;

    public Intake(Topic topic, Parser<V> parser, MeterRegistry meters) {
        this.topic = topic;
        this.parser = parser;
        this.unreadable = meters.counter("tallygate.kafka.unreadable", "topic", topic.topicName());
        this.retries = meters.counter("tallygate.kafka.retries", "topic", topic.topicName());
    }

    /** The messages of these records, in order; tombstones and what cannot be read left out. */
    public List<V> read(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<V> messages = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() != null) {
                try {
                    messages.add(parser.parseFrom(record.value()));
                } catch (InvalidProtocolBufferException e) {
                    skip(record.partition() + "@" + record.offset(), "not a message of this topic");
                }
            }
        }
        return messages;
    }

    /** Counts and logs a message that was read but makes no sense, e.g. one without its key. */
    public void skip(String which, String why) {
        unreadable.increment();
        LOG.errorf("Skipped %s of %s: %s", which, topic.topicName(), why);
    }

    /**
     * Runs {@code effect} until it succeeds, with growing pauses between.
     *
     * @throws IllegalStateException when the thread is interrupted: the process stops, the records are not acknowledged
     */
    public void untilDone(Runnable effect) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                effect.run();
                return;
            } catch (RuntimeException e) {
                retries.increment();
                LOG.warnf(e, "The effect of a record of %s failed, trying again in %s", topic.topicName(), pause);
                rest(pause);
                pause = longer(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the effect of a record was kept", e);
        }
    }
}
