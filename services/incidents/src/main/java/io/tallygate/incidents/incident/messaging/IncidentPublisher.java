package io.tallygate.incidents.incident.messaging;

import com.google.protobuf.Timestamp;
import io.tallygate.contracts.Topic;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.LedgerItem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts incidents on {@code incidents.incidents.v1}, key = incident id. */
@Singleton
public class IncidentPublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KafkaProducer<String, byte[]> producer;

    @Inject
    IncidentPublisher(@ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers) {
        producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis() / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis()));
    }

    /**
     * Publishes them in this order and returns when the brokers have all of them.
     *
     * @throws KafkaException when they have not within 15 s; some may be published
     */
    public void publish(List<Incident> incidents) {
        List<Future<RecordMetadata>> sent = incidents.stream().map(this::send).toList();
        for (Future<RecordMetadata> one : sent) {
            await(one);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private Future<RecordMetadata> send(Incident incident) {
        return producer.send(new ProducerRecord<>(
                Topic.INCIDENTS.topicName(),
                incident.id().toString(),
                message(incident).toByteArray()));
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("An incident was not taken", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while publishing", e);
        }
    }

    private static io.tallygate.contracts.incidents.v1.Incident message(Incident incident) {
        Cause cause = incident.cause();
        var message = io.tallygate.contracts.incidents.v1.Incident.newBuilder()
                .setId(incident.id().toString())
                .setKind(cause.kind().name())
                .setReason(cause.reason())
                .setPortalCode(cause.portalCode())
                .setDetectedAt(timestamp(cause.detectedAt()))
                .setState(incident.state().status().name())
                .setVersion(incident.version());
        if (cause instanceof Cause.AlarmedCrossing crossing) {
            message.setCrossingId(crossing.crossingId());
        }
        if (cause instanceof Cause.OfTag tag) {
            message.setEpc(tag.epc());
            LedgerItem item = tag.item();
            if (item != null) {
                message.setItemId(item.itemId())
                        .setDepartmentCode(item.departmentCode())
                        .setLevelRank(item.levelRank());
            }
        }
        return message.build();
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
