package io.tallygate.gateway.live;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.tallygate.commons.kafka.TopicFollower;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.gateway.GatewaySettings;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Follows the reads of all gates while somebody listens, and not otherwise: there may be fifty thousand a second. */
@Singleton
class ReadsTail {

    private static final Logger LOG = Logger.getLogger(ReadsTail.class);

    private final String bootstrapServers;
    private final int mostListeners;
    private final Set<PortalReads> listeners = ConcurrentHashMap.newKeySet();
    private @Nullable TopicFollower following;

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
        if (following == null) {
            following = new TopicFollower(List.of(Topic.RFID_READS), TopicFollower.From.NOW, this::pass);
            following.start(bootstrapServers);
        }
        return true;
    }

    synchronized void leave(PortalReads listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            unfollow();
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        listeners.clear();
        unfollow();
    }

    private void unfollow() {
        if (following != null) {
            following.close();
            following = null;
        }
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
}
