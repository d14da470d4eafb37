package io.tallygate.gate.relay;

import io.tallygate.gate.spool.Spool;
import io.tallygate.gate.spool.SpoolRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one log of the spool to Kafka in order, on a thread of its own. */
public final class KafkaRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaRelay.class);
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 1 << 20;
    private static final long IDLE_MS = 1000;
    private static final long RETRY_PAUSE_MS = 500;

    private final Spool spool;
    private final Supplier<Producer<String, byte[]>> producers;
    private final AtomicLong refused = new AtomicLong();
    private final RelayThread thread;
    private final OutageLog outages;

    /**
     * @param what the log holds, for the log messages: "reads"
     * @param producers makes an idempotent producer that waits for all replicas, has one request under way at a time and never
     *     gives a record up by itself
     */
    public KafkaRelay(String what, Spool spool, Supplier<Producer<String, byte[]>> producers) {
        this.spool = spool;
        this.producers = producers;
        this.outages = new OutageLog(LOG, "sending " + what + " to Kafka");
        this.thread = new RelayThread("relay-" + what, new Relaying());
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
        thread.close();
    }

    /** What is not acknowledged when it is closed is sent at the next start. */
    private final class Relaying implements RelayThread.Work {
        @Override
        public void attempt() throws InterruptedException, IOException {
            relayWith(new OrderedSender(producers.get()));
        }

        @Override
        public void failed(Exception why) throws InterruptedException {
            if (why instanceof IOException) {
                LOG.error("the spool cannot be read or its position not be saved", why);
            } else {
                outages.failed(why);
            }
            Thread.sleep(RETRY_PAUSE_MS);
        }
    }

    private void relayWith(OrderedSender sender) throws InterruptedException, IOException {
        try {
            relay(sender);
        } finally {
            // An interrupted thread would not wait for the producer's to end.
            Thread.interrupted();
            sender.close();
        }
    }

    /** Sends on while acknowledgements are under way, as far as the window goes. */
    private void relay(OrderedSender sender) throws InterruptedException, IOException {
        RelayWindow window = new RelayWindow(spool, refused, outages);
        long sent = spool.acknowledged();
        while (thread.isRunning()) {
            List<SpoolRecord> records =
                    window.isWhole() && window.hasRoom() ? spool.readAfter(sent, BATCH, BATCH_BYTES) : List.of();
            for (SpoolRecord next : records) {
                window.sent(next, sender.send(next));
                sent = next.sequence();
                if (!window.isWhole()) {
                    // While the broker was never found each send blocks before it fails: one such wait is enough.
                    break;
                }
            }
            if (!window.isEmpty()) {
                window.settle(records.isEmpty());
            } else if (records.isEmpty()) {
                spool.awaitBeyond(sent, IDLE_MS);
            }
        }
    }
}
