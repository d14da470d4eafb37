package io.tallygate.gateway.live;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.kafka.TopicFollower;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.incidents.v1.Incident;
import io.tallygate.contracts.rfid.v1.Crossing;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Follows crossings and incidents from now on. Each gateway follows all: no group. */
@Singleton
class TopicTail {

    private static final Logger LOG = Logger.getLogger(TopicTail.class);
    private static final List<Topic> TOPICS = List.of(Topic.RFID_CROSSINGS, Topic.INCIDENTS);

    private final String bootstrapServers;
    private final LiveHub hub;
    private final TopicFollower events;

    TopicTail(@ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers, LiveHub hub) {
        this.bootstrapServers = bootstrapServers;
        this.hub = hub;
        this.events = new TopicFollower(TOPICS, TopicFollower.From.NOW, this::pass);
    }

    void start(@Observes StartupEvent event) {
        events.start(bootstrapServers);
    }

    void stop(@Observes ShutdownEvent event) {
        events.close();
    }

    /** One that comes once more with its chip was streamed when it happened. */
    private void pass(Crossing crossing) {
        if (!crossing.hasTidReadAtUs()) {
            hub.publish(LiveEvents.of(crossing));
        }
    }

    private void pass(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            if (message.topic().equals(Topic.INCIDENTS.topicName())) {
                hub.publish(LiveEvents.of(Incident.parseFrom(message.value())));
            } else {
                pass(Crossing.parseFrom(message.value()));
            }
        } catch (InvalidProtocolBufferException e) {
            LOG.errorf("A record of %s at offset %d cannot be read", message.topic(), message.offset());
        }
    }
}
