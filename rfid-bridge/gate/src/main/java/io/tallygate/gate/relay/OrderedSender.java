package io.tallygate.gate.relay;

import io.tallygate.gate.spool.SpoolRecord;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * One producer that sends nothing behind a record the broker has failed. Left to itself, it would go on with what it already
 * holds, and that record, sent again, would come behind those after it. One thread sends.
 */
final class OrderedSender implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final Thread owner = Thread.currentThread();
    private volatile boolean stopped;

    /** @param producer has one request under way at a time; closed with this */
    OrderedSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Returns the answer to come: a failed one already when a record before this one has failed. */
    Future<RecordMetadata> send(SpoolRecord next) {
        try {
            // Without a time: the topics take the broker's (KafkaTopics), whatever this host's clock says. Where they
            // do not, a
            // clock that is too far ahead holds the log up until it, or the topic, is set right, and loses nothing.
            return producer.send(
                    new ProducerRecord<>(next.kind().topic().topicName(), next.key(), next.value()), this::answered);
        } catch (InterruptException stopping) {
            throw stopping;
        } catch (IllegalStateException | KafkaException closedMeanwhile) {
            return CompletableFuture.failedFuture(closedMeanwhile);
        }
    }

    /**
     * On the producer's own thread, before it sends the next request: a close from there drops the rest. On the owner's thread the
     * record never got as far as the producer's queue; what is queued is older and may go.
     */
    private void answered(@Nullable RecordMetadata where, @Nullable Exception failure) {
        if (failure == null || stopped || Thread.currentThread() == owner || RelayWindow.isRefusal(failure)) {
            return;
        }
        stopped = true;
        producer.close(Duration.ZERO);
    }

    /** What is not acknowledged by now is sent again, so there is next to nothing to wait for. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
