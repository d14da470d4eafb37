package io.tallygate.gate;

import io.tallygate.contracts.Topic;
import io.tallygate.gate.relay.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What has arrived at the broker, from the beginning, a record at a time. */
final class KafkaArrivals implements AutoCloseable {
    private final Consumer<String, byte[]> consumer;

    KafkaArrivals(KafkaSettings settings) {
        this.consumer = settings.replicaConsumer();
    }

    void each(Topic topic, java.util.function.Consumer<byte[]> taker) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> polled : consumer.poll(Duration.ofMillis(100))) {
                if (polled.value() != null) {
                    taker.accept(polled.value());
                }
            }
        }
    }

    List<byte[]> all(Topic topic) {
        List<byte[]> all = new ArrayList<>();
        each(topic, all::add);
        return all;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
