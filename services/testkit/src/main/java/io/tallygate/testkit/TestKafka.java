package io.tallygate.testkit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.tallygate.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Speaks to the tests' broker as another part of the system would. */
public final class TestKafka {

    static final String BOOTSTRAP = "tallygate.test.kafka";

    private TestKafka() {}

    public static String bootstrapServers() {
        return System.getProperty(BOOTSTRAP);
    }

    /** Publishes and waits until the broker has it. */
    public static void publish(Topic topic, String key, @Nullable Message value) {
        publishAll(topic, Map.of(key, value == null ? new byte[0] : value.toByteArray()), value == null);
    }

    /** Publishes raw bytes, for what no part of the system should ever send. */
    public static void publishBytes(Topic topic, String key, byte[] value) {
        publishAll(topic, Map.of(key, value), false);
    }

    private static void publishAll(Topic topic, Map<String, byte[]> records, boolean tombstones) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers", bootstrapServers(),
                "key.serializer", StringSerializer.class,
                "value.serializer", ByteArraySerializer.class))) {
            for (Map.Entry<String, byte[]> record : records.entrySet()) {
                producer.send(new ProducerRecord<>(
                                topic.topicName(), record.getKey(), tombstones ? null : record.getValue()))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything that is in the topic now, in the order of each partition; tombstones left out. */
    public static <T> List<T> read(Topic topic, Parser<T> parser) {
        List<T> read = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : readRecords(topic)) {
            if (record.value() != null) {
                try {
                    read.add(parser.parseFrom(record.value()));
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException("Not a record of " + topic, e);
                }
            }
        }
        return read;
    }

    /** Every record that is in the topic now. */
    public static List<ConsumerRecord<String, byte[]>> readRecords(Topic topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers", bootstrapServers(),
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
