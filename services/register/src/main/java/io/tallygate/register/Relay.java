package io.tallygate.register;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tallygate.contracts.register.v1.RegisterEntry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/**
 * Sends positioned entries to Kafka in position order, each followed by its publications, and remembers how far it got after Kafka
 * has acknowledged. After a failure it begins again behind the last remembered position, so a record may come twice, but never
 * out of order with a gap.
 */
@Singleton
class Relay {

    private static final String WAITING = """
            SELECT entry.position, entry.entry_id, entry.recorded_at, entry.actor, entry.subject, entry.event_type, entry.event,
                   publication.topic, publication.key, publication.value
              FROM (SELECT * FROM register_entry
                     WHERE position > (SELECT relayed_position FROM register_relay) ORDER BY position LIMIT ?) entry
              LEFT JOIN register_publication publication ON publication.entry_seq = entry.seq
             ORDER BY entry.position, publication.ordinal""";

    private final String service;
    private final String bootstrapServers;
    private final RegisterSettings settings;
    private final Counter relayedEntries;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Relay(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers,
            RegisterSettings settings,
            MeterRegistry metrics) {
        this.service = service;
        this.bootstrapServers = bootstrapServers;
        this.settings = settings;
        this.relayedEntries = metrics.counter("tallygate.register.relayed");
    }

    /** Sends one batch; returns how many entries it held. */
    int relay(Connection connection) throws SQLException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        long last = 0;
        int entries = 0;
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setInt(1, settings.batch());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong("position") != last) {
                        last = rows.getLong("position");
                        entries++;
                        sent.add(send(registerTopic(), rows.getString("subject"), entry(rows)));
                    }
                    if (rows.getString("topic") != null) {
                        sent.add(send(rows.getString("topic"), rows.getString("key"), rows.getBytes("value")));
                    }
                }
            }
        }
        if (entries > 0) {
            awaitAll(sent);
            remember(connection, last);
            relayedEntries.increment(entries);
        }
        return entries;
    }

    /** Drops the producer: after a failure the next one must not send what this one still holds. */
    void reset() {
        KafkaProducer<String, byte[]> old = producer;
        producer = null;
        if (old != null) {
            old.close(Duration.ZERO);
        }
    }

    private Future<RecordMetadata> send(String topic, String key, byte @Nullable [] value) {
        KafkaProducer<String, byte[]> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(producerSettings());
            producer = current;
        }
        // Without a time: the topics take the broker's (KafkaTopics), so no clock of this host gets a record refused.
        // Where they do
        // not, one that is too far ahead holds the relay up until it, or the topic, is set right, and loses nothing.
        Future<RecordMetadata> answer = sendWith(current, new ProducerRecord<>(topic, key, value));
        if (answer.state() == Future.State.FAILED) {
            throw new KafkaException("Kafka did not take a record", answer.exceptionNow());
        }
        return answer;
    }

    /** What a producer still holds when a record has failed must not be sent: whoever follows positions would take that one for sent. */
    private static Future<RecordMetadata> sendWith(
            KafkaProducer<String, byte[]> sender, ProducerRecord<String, byte[]> next) {
        try {
            return sender.send(next, (stored, failure) -> {
                if (failure != null) {
                    sender.close(Duration.ZERO);
                }
            });
        } catch (IllegalStateException closed) {
            throw new KafkaException("Kafka did not take a record before this one", closed);
        }
    }

    private void awaitAll(List<Future<RecordMetadata>> sent) {
        KafkaProducer<String, byte[]> current = producer;
        if (current != null) {
            current.flush();
        }
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (ExecutionException e) {
                throw new KafkaException("Kafka did not take a record", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("Interrupted while Kafka takes records", e);
            }
        }
    }

    private byte[] entry(ResultSet row) throws SQLException {
        return RegisterEntry.newBuilder()
                .setService(service)
                .setPosition(row.getLong("position"))
                .setEntryId(row.getString("entry_id"))
                .setRecordedAt(
                        Timestamps.fromMillis(row.getTimestamp("recorded_at").getTime()))
                .setActor(row.getString("actor"))
                .setSubject(row.getString("subject"))
                .setEvent(Any.newBuilder()
                        .setTypeUrl("type.googleapis.com/" + row.getString("event_type"))
                        .setValue(ByteString.copyFrom(row.getBytes("event"))))
                .build()
                .toByteArray();
    }

    private static void remember(Connection connection, long position) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE register_relay SET relayed_position = " + position);
        }
    }

    private String registerTopic() {
        return service + ".register.v1";
    }

    private Map<String, Object> producerSettings() {
        return Map.of(
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
                // A broker that does not know this producer takes the second request when it has turned the first away.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                15_000);
    }
}
