package io.tallygate.gate.relay;

import io.tallygate.gate.spool.Spool;
import io.tallygate.gate.spool.SpoolRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the spool to Kafka in order, on a thread of its own. */
public final class KafkaRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaRelay.class);
    private static final int BATCH = 500;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final long IDLE_MS = 1000;
    private static final long RETRY_PAUSE_MS = 500;

    private final Spool spool;
    private final Supplier<Producer<String, byte[]>> producers;
    private final AtomicLong refused = new AtomicLong();
    private final Thread thread;
    private final OutageLog outages = new OutageLog(LOG, "sending to Kafka");
    private volatile boolean running = true;

    /** @param producers makes an idempotent producer that waits for all replicas */
    public KafkaRelay(Spool spool, Supplier<Producer<String, byte[]>> producers) {
        this.spool = spool;
        this.producers = producers;
        this.thread = Thread.ofPlatform().name("kafka-relay").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Records that the broker will never take, given up. */
    public long refusedRecords() {
        return refused.get();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join();
    }

    private void run() {
        while (running) {
            try {
                relayWith(producers.get());
            } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException stopping) {
                // Only close() interrupts; what is not acknowledged is sent at the next start.
                running = false;
            } catch (KafkaException e) {
                outages.failed(e);
                pause();
            } catch (IOException e) {
                LOG.error("the spool cannot be read or its position not be saved", e);
                pause();
            }
        }
    }

    private void relayWith(Producer<String, byte[]> producer) throws InterruptedException, IOException {
        try {
            relay(producer);
        } finally {
            // What is not acknowledged by now is sent again, so there is nothing to wait for.
            Thread.interrupted();
            producer.close(CLOSE_TIMEOUT);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_PAUSE_MS);
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    private void relay(Producer<String, byte[]> producer) throws InterruptedException, IOException {
        while (running) {
            long done = spool.acknowledged();
            List<SpoolRecord> records = spool.readAfter(done, BATCH);
            if (records.isEmpty()) {
                spool.awaitBeyond(done, IDLE_MS);
            } else {
                send(producer, records);
            }
        }
    }

    /** Sends all, then waits for each in turn: the position follows the acknowledged ones up to the first that failed. */
    private void send(Producer<String, byte[]> producer, List<SpoolRecord> records)
            throws InterruptedException, IOException {
        List<Future<RecordMetadata>> sent = sendUntilFailure(producer, records);
        long acknowledged = 0;
        try {
            for (int i = 0; i < sent.size(); i++) {
                await(sent.get(i), records.get(i));
                acknowledged = records.get(i).sequence();
            }
        } finally {
            if (acknowledged > 0) {
                spool.acknowledge(acknowledged);
                outages.succeeded();
            }
        }
    }

    /** While the broker is away each send blocks before it fails: one such wait is enough. */
    private static List<Future<RecordMetadata>> sendUntilFailure(
            Producer<String, byte[]> producer, List<SpoolRecord> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (SpoolRecord next : records) {
            Future<RecordMetadata> one =
                    producer.send(new ProducerRecord<>(next.kind().topic().topicName(), next.key(), next.value()));
            sent.add(one);
            if (one.state() == Future.State.FAILED) {
                break;
            }
        }
        return sent;
    }

    private void await(Future<RecordMetadata> sent, SpoolRecord which) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof RecordTooLargeException)
                    && !(e.getCause() instanceof InvalidRecordException)) {
                throw new KafkaException("record " + which.sequence() + " was not acknowledged", e.getCause());
            }
            // It would be refused for ever, and everything behind it would wait for ever.
            refused.incrementAndGet();
            LOG.error(
                    "record {} for {} is refused and given up",
                    which.sequence(),
                    which.kind().topic(),
                    e.getCause());
        }
    }
}
