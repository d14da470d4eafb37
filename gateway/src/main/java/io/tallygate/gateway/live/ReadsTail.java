package io.tallygate.gateway.live;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.gateway.GatewaySettings;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Follows the reads of all gates while somebody listens, and not otherwise: there may be fifty thousand a second. */
@Singleton
class ReadsTail {

    private static final Logger LOG = Logger.getLogger(ReadsTail.class);
    private static final long PAUSE_MS = 1_000;

    private final String bootstrapServers;
    private final int mostListeners;
    private final Set<PortalReads> listeners = ConcurrentHashMap.newKeySet();
    private boolean following;

    ReadsTail(
            @ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers,
            GatewaySettings settings,
            MeterRegistry metrics) {
        this.bootstrapServers = bootstrapServers;
        this.mostListeners = settings.live().readStreams();
        metrics.gauge("tallygate.live.read.streams", listeners, Set::size);
    }

    /** @return whether there was room */
    synchronized boolean join(PortalReads listener) {
        if (listeners.size() >= mostListeners) {
            return false;
        }
        listeners.add(listener);
        if (!following) {
            following = true;
            Thread.ofPlatform().daemon().name("reads-tail").start(this::followWhileWanted);
        }
        return true;
    }

    void leave(PortalReads listener) {
        listeners.remove(listener);
    }

    void stop(@Observes ShutdownEvent event) {
        listeners.clear();
    }

    private void followWhileWanted() {
        while (isWanted()) {
            try (KafkaConsumer<String, byte[]> consumer =
                    TailConsumer.open(bootstrapServers, List.of(Topic.RFID_READS))) {
                while (!listeners.isEmpty()) {
                    consumer.poll(Duration.ofMillis(250)).forEach(this::pass);
                }
            } catch (KafkaException e) {
                LOG.warnf("The live reads wait for Kafka: %s", e.getMessage());
                pause();
            }
        }
    }

    private synchronized boolean isWanted() {
        following = !listeners.isEmpty();
        return following;
    }

    private void pass(ConsumerRecord<String, byte[]> message) {
        List<PortalReads> interested = listeners.stream()
                .filter(listener -> listener.portalCode().equals(message.key()))
                .toList();
        if (interested.isEmpty() || message.value() == null) {
            return;
        }
        try {
            ReadBatch batch = ReadBatch.parseFrom(message.value());
            interested.forEach(listener -> listener.add(batch));
        } catch (InvalidProtocolBufferException e) {
            LOG.errorf("A record of %s at offset %d cannot be read", message.topic(), message.offset());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if somebody did, the loop would only look sooner whether it is still
            // wanted.
            Thread.currentThread().interrupt();
        }
    }
}
