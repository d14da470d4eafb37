package io.tallygate.gate.relay;

import io.tallygate.gate.spool.Spool;
import io.tallygate.gate.spool.SpoolRecord;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was sent and is not yet acknowledged, oldest first. The spool's position follows the acknowledged ones up to the first
 * that is not. One thread.
 */
final class RelayWindow {
    private static final Logger LOG = LoggerFactory.getLogger(RelayWindow.class);
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_RECORDS = 10_000;
    private static final long SILENCE_MS = 5_000;

    private final Spool spool;
    private final AtomicLong refused;
    private final OutageLog outages;
    private final Deque<Sent> under = new ArrayDeque<>();
    private long bytes;

    private record Sent(long sequence, int bytes, Future<RecordMetadata> answer) {}

    RelayWindow(Spool spool, AtomicLong refused, OutageLog outages) {
        this.spool = spool;
        this.refused = refused;
        this.outages = outages;
    }

    boolean hasRoom() {
        return bytes < MOST_BYTES && under.size() < MOST_RECORDS;
    }

    boolean isEmpty() {
        return under.isEmpty();
    }

    /** Not so from a failed record on until that one is settled: one sent behind it would arrive before it. */
    boolean isWhole() {
        Sent last = under.peekLast();
        return last == null || last.answer().state() != Future.State.FAILED;
    }

    /**
     * Whether it would be refused for ever, so that everything behind it would wait for ever. An {@link
     * org.apache.kafka.common.InvalidRecordException} is none, for it may mean the record's time, and sent again it has another.
     */
    static boolean isRefusal(@Nullable Throwable failure) {
        return failure instanceof RecordTooLargeException;
    }

    void sent(SpoolRecord next, Future<RecordMetadata> answer) {
        under.addLast(new Sent(next.sequence(), next.value().length, answer));
        bytes += next.value().length;
    }

    /**
     * Takes the answers that are there; with {@code await}, waits for the first.
     *
     * @throws KafkaException when a record was not acknowledged; all from it on are to be sent again
     */
    void settle(boolean await) throws InterruptedException, IOException {
        long acknowledged = 0;
        try {
            while (!under.isEmpty() && (under.getFirst().answer().isDone() || (await && acknowledged == 0))) {
                if (!take(under.getFirst())) {
                    return;
                }
                Sent done = under.removeFirst();
                bytes -= done.bytes();
                acknowledged = done.sequence();
            }
        } finally {
            if (acknowledged > 0) {
                spool.acknowledge(acknowledged);
                outages.succeeded();
            }
        }
    }

    /** Returns whether there was an answer; the producer itself tries on for as long as it takes. */
    private boolean take(Sent sent) throws InterruptedException {
        try {
            sent.answer().get(SILENCE_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            outages.failed(new KafkaException("no acknowledgement in " + SILENCE_MS + " ms"));
            return false;
        } catch (ExecutionException e) {
            if (!isRefusal(e.getCause())) {
                throw new KafkaException("record " + sent.sequence() + " was not acknowledged", e.getCause());
            }
            refused.incrementAndGet();
            LOG.error("record {} is refused and given up", sent.sequence(), e.getCause());
            return true;
        }
    }
}
