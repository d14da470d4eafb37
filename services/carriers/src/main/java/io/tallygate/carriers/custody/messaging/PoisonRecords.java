package io.tallygate.carriers.custody.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Says which records were passed over because they cannot be read; metric {@code tallygate.consumer.unreadable}. */
@Singleton
class PoisonRecords {

    private static final Logger LOG = Logger.getLogger(PoisonRecords.class);

    private final MeterRegistry metrics;

    PoisonRecords(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void passOver(ConsumerRecord<String, byte[]> poison, UnreadableRecordException why) {
        metrics.counter("tallygate.consumer.unreadable", "topic", poison.topic())
                .increment();
        LOG.errorf(
                "Passed over an unreadable record: %s, partition %d, offset %d: %s",
                poison.topic(), poison.partition(), poison.offset(), why.getMessage());
    }
}
