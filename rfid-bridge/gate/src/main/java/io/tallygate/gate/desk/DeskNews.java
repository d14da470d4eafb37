package io.tallygate.gate.desk;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.DeskSight;
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
 * Tells what lies on each desk when it changes and every five seconds, on a thread of its own. While Kafka is away nothing piles up: what
 * counts is what lies there when it returns.
 */
final class DeskPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskPublisher.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final long REPEAT_US = 5_000_000;

    /** A tag that lies still flickers by less; its strength is for comparing, not for measuring. */
    private static final int CENTI_DB_THAT_MATTER = 200;

    private final Supplier<List<DeskSight>> source;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Thread thread;
    private final Map<String, DeskSight> sent = new HashMap<>();
    private volatile boolean running = true;

    DeskPublisher(Supplier<List<DeskSight>> source, Supplier<Producer<String, byte[]>> producers) {
        this.source = source;
        this.producers = producers;
        this.thread = Thread.ofPlatform().name("desk-publisher").unstarted(this::run);
    }

    void start() {
        thread.start();
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
                publishWith(producers.get());
            } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException stopping) {
                // Only close() interrupts.
                running = false;
            } catch (KafkaException e) {
                LOG.debug("what lies on the desks cannot be sent now: {}", e.getMessage());
            }
        }
    }

    private void publishWith(Producer<String, byte[]> producer) throws InterruptedException {
        try {
            while (running) {
                publish(producer, source.get());
                Thread.sleep(LOOK_EVERY);
            }
        } finally {
            Thread.interrupted();
            producer.close(CLOSE_TIMEOUT);
        }
    }

    private void publish(Producer<String, byte[]> producer, List<DeskSight> sights) throws InterruptedException {
        Set<String> gone = new HashSet<>(sent.keySet());
        for (DeskSight sight : sights) {
            gone.remove(sight.getDeskCode());
            if (isDue(sent.get(sight.getDeskCode()), sight)) {
                send(producer, sight.getDeskCode(), sight.toByteArray());
                sent.put(sight.getDeskCode(), sight);
            }
        }
        for (String desk : gone) {
            send(producer, desk, null);
            sent.remove(desk);
        }
    }

    private static boolean isDue(@Nullable DeskSight last, DeskSight now) {
        return last == null
                || last.getState() != now.getState()
                || !last.getReason().equals(now.getReason())
                || last.getNoTid() != now.getNoTid()
                || !areSame(last, now)
                || now.getReportedAtUs() - last.getReportedAtUs() >= REPEAT_US;
    }

    private static boolean areSame(DeskSight last, DeskSight now) {
        if (last.getTagsCount() != now.getTagsCount()) {
            return false;
        }
        for (int i = 0; i < now.getTagsCount(); i++) {
            var before = last.getTags(i);
            var tag = now.getTags(i);
            if (!before.getEpc().equals(tag.getEpc())
                    || !before.getTid().equals(tag.getTid())
                    || Math.abs(before.getRssiCentiDbm() - tag.getRssiCentiDbm()) >= CENTI_DB_THAT_MATTER) {
                return false;
            }
        }
        return true;
    }

    private static void send(Producer<String, byte[]> producer, String desk, byte @Nullable [] value)
            throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(Topic.RFID_DESKS.topicName(), desk, value))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("what lies on " + desk + " was not acknowledged", e.getCause());
        }
    }
}
