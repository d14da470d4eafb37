package io.tallygate.incidents.incident.messaging;

import com.google.protobuf.Message;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.HealthPulse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A bridge with one portal, as far as Kafka hears of it: it says that it watches until it is killed, outages or not. */
final class ToldBridge implements AutoCloseable {

    private final String portal;
    private final Instant watchingSince = Instant.now();
    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    /** @param portal configured as well, so that somebody is to watch it */
    ToldBridge(String bootstrapServers, String portal) {
        this.portal = portal;
        // Slow to come back after an outage, so that others hear Kafka well before it is heard.
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "reconnect.backoff.ms", 2_000,
                        "reconnect.backoff.max.ms", 2_000,
                        "max.block.ms", 2_000,
                        "request.timeout.ms", 2_000,
                        "linger.ms", 0,
                        "delivery.timeout.ms", 3_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    ToldBridge configured(boolean active) {
        send(
                Topic.FACILITIES_PORTALS,
                Portal.newBuilder().setCode(portal).setActive(active).build());
        return this;
    }

    ToldBridge watching() {
        var unused =
                clockwork.scheduleWithFixedDelay(this::tell, 0, HealthPulse.EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void tell() {
        try {
            send(
                    Topic.RFID_HEALTH,
                    PortalHealth.newBuilder()
                            .setPortalCode(portal)
                            .setState(PortalState.WATCHING)
                            .setSinceUs(Micros.of(watchingSince))
                            .setReportedAtUs(Micros.of(Instant.now()))
                            .build());
        } catch (IllegalStateException away) {
            System.out.println(portal + " is not told of: " + away.getMessage());
        }
    }

    private void send(Topic topic, Message message) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), portal, message.toByteArray()))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("killed", e);
        }
    }

    /** Without a word. */
    void kill() {
        clockwork.shutdownNow();
    }

    @Override
    public void close() {
        kill();
        producer.close(java.time.Duration.ZERO);
    }
}
