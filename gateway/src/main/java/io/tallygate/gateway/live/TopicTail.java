package io.tallygate.gateway.live;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.incidents.v1.Incident;
import io.tallygate.contracts.rfid.v1.Crossing;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Follows crossings and incidents from now on. Each gateway follows all: no group. */
@Singleton
class TopicTail {

    private static final Logger LOG = Logger.getLogger(TopicTail.class);
    private static final List<Topic> TOPICS = List.of(Topic.RFID_CROSSINGS, Topic.INCIDENTS);

    private final String bootstrapServers;
    private final LiveHub hub;
    private volatile boolean stopping;

    TopicTail(@ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers, LiveHub hub) {
        this.bootstrapServers = bootstrapServers;
        this.hub = hub;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().daemon().name("live-tail").start(this::followForEver);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void followForEver() {
        while (!stopping) {
            try (KafkaConsumer<String, byte[]> consumer = TailConsumer.open(bootstrapServers, TOPICS)) {
                while (!stopping) {
                    consumer.poll(Duration.ofMillis(500)).forEach(this::pass);
                }
            } catch (KafkaException e) {
                LOG.warnf("The live stream waits for Kafka: %s", e.getMessage());
                pause();
            }
        }
    }

    private void pass(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            hub.publish(
                    message.topic().equals(Topic.INCIDENTS.topicName())
                            ? LiveEvents.of(Incident.parseFrom(message.value()))
                            : LiveEvents.of(Crossing.parseFrom(message.value())));
        } catch (InvalidProtocolBufferException e) {
            LOG.errorf("A record of %s at offset %d cannot be read", message.topic(), message.offset());
        }
    }

    private void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
