package io.tallygate.gateway.live;

import io.tallygate.contracts.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers that begin now, belong to no group and commit nothing: each gateway follows all. */
final class TailConsumer {

    private TailConsumer() {}

    /** @throws org.apache.kafka.common.KafkaException while Kafka is away; then nothing is left open */
    static KafkaConsumer<String, byte[]> open(String bootstrapServers, List<Topic> topics) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings(bootstrapServers));
        try {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> partitions(consumer, topic))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()));
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class,
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "latest");
    }
}
