package io.tallygate.bench.live;

import com.google.protobuf.InvalidProtocolBufferException;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.gate.relay.KafkaSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** When the bridge received the report that decided a crossing, as the crossing's message tells: of all from now on. */
final class ReceivedReports implements AutoCloseable {
    private final Consumer<String, byte[]> crossings;
    private final Map<String, Long> receivedUs = new HashMap<>();

    ReceivedReports(String bootstrapServers) {
        crossings = new KafkaSettings(bootstrapServers).replicaConsumer();
        List<TopicPartition> partitions = crossings.partitionsFor(Topic.RFID_CROSSINGS.topicName()).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        crossings.assign(partitions);
        crossings.seekToEnd(partitions);
        // The seek is done only when it is asked for.
        partitions.forEach(crossings::position);
    }

    /**
     * Microseconds since 1970, by the clock of the bridge; 0 when no crossing of that tag comes in time.
     *
     * @param epc in upper-case hexadecimal digits, carried once
     */
    long ofTag(String epc, Duration patience) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        while (!receivedUs.containsKey(epc) && System.nanoTime() < until) {
            for (ConsumerRecord<String, byte[]> crossing : crossings.poll(Duration.ofMillis(20))) {
                take(crossing.value());
            }
        }
        return receivedUs.getOrDefault(epc, 0L);
    }

    private void take(byte[] message) throws IOException {
        try {
            Crossing crossing = Crossing.parseFrom(message);
            receivedUs.putIfAbsent(crossing.getEpc(), crossing.getReportReceivedAtUs());
        } catch (InvalidProtocolBufferException broken) {
            throw new IOException("a crossing cannot be read", broken);
        }
    }

    @Override
    public void close() {
        crossings.close();
    }
}
