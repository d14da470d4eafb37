package io.tallygate.gate.health;

import io.tallygate.contracts.HealthPulse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each portal's health when it changes and every two seconds ({@link HealthPulse}), on a thread of its own. While Kafka is away nothing
 * piles up: what counts is the state when it returns.
 */
public final class HealthPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthPublisher.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final long REPEAT_US = HealthPulse.EVERY.toNanos() / 1_000;

    private final HealthSource source;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Thread thread;
    private final Map<String, PortalHealth> sent = new HashMap<>();
    private volatile boolean running = true;

    public HealthPublisher(HealthSource source, Supplier<Producer<String, byte[]>> producers) {
        this.source = source;
        this.producers = producers;
        this.thread = Thread.ofPlatform().name("health-publisher").unstarted(this::run);
    }

    public void start() {
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
                LOG.debug("health cannot be sent now: {}", e.getMessage());
            }
        }
    }

    private void publishWith(Producer<String, byte[]> producer) throws InterruptedException {
        try {
            while (running) {
                publish(producer, source.healths());
                Thread.sleep(LOOK_EVERY);
            }
        } finally {
            Thread.interrupted();
            producer.close(CLOSE_TIMEOUT);
        }
    }

    private void publish(Producer<String, byte[]> producer, List<PortalHealth> healths) throws InterruptedException {
        Set<String> gone = new HashSet<>(sent.keySet());
        for (PortalHealth health : healths) {
            gone.remove(health.getPortalCode());
            if (isDue(health)) {
                send(producer, health.getPortalCode(), health.toByteArray());
                sent.put(health.getPortalCode(), health);
            }
        }
        for (String portal : gone) {
            send(producer, portal, null);
            sent.remove(portal);
        }
    }

    private boolean isDue(PortalHealth health) {
        PortalHealth last = sent.get(health.getPortalCode());
        return last == null
                || last.getState() != health.getState()
                || !last.getReason().equals(health.getReason())
                || last.getAlarmOn() != health.getAlarmOn()
                || !last.getWarningsList().equals(health.getWarningsList())
                // A loss shorter than one look leaves no other trace than that it watches since a later moment.
                || last.getSinceUs() != health.getSinceUs()
                || health.getReportedAtUs() - last.getReportedAtUs() >= REPEAT_US;
    }

    private static void send(Producer<String, byte[]> producer, String portal, byte @Nullable [] value)
            throws InterruptedException {
        Future<?> sending = producer.send(new ProducerRecord<>(Topic.RFID_HEALTH.topicName(), portal, value));
        try {
            sending.get();
        } catch (ExecutionException e) {
            throw new KafkaException("health of " + portal + " was not acknowledged", e.getCause());
        }
    }
}
