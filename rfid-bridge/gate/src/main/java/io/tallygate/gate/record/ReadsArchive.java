package io.tallygate.gate.record;

import com.google.protobuf.InvalidProtocolBufferException;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.relay.TopicFollower;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What Kafka keeps of the portals and their reads. Everything throws {@link org.apache.kafka.common.KafkaException} while the broker does
 * not answer.
 */
final class ReadsArchive implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_EMPTY_POLLS = 60;

    private final Consumer<String, byte[]> consumer;

    ReadsArchive(KafkaSettings kafka) {
        this.consumer = kafka.replicaConsumer();
    }

    @FunctionalInterface
    interface BatchTaker {
        void take(StoredBatch batch) throws RecordFault;
    }

    @FunctionalInterface
    private interface RecordTaker {
        void take(ConsumerRecord<String, byte[]> record) throws RecordFault;
    }

    /** The portal as facilities has it now. */
    Portal portal(String code) throws RecordFault {
        List<TopicPartition> partitions = TopicFollower.partitions(consumer, Topic.FACILITIES_PORTALS.topicName());
        Map<String, byte[]> portals = new TreeMap<>();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        readTo(consumer.endOffsets(partitions, TopicFollower.BROKER_TIMEOUT), record -> {
            if (record.value() == null) {
                portals.remove(record.key());
            } else {
                portals.put(record.key(), record.value());
            }
        });
        byte[] found = portals.get(code);
        if (found == null) {
            throw new RecordFault("There is no portal " + code + ". There are: "
                    + (portals.isEmpty() ? "none" : String.join(", ", portals.keySet())));
        }
        try {
            return Portal.parseFrom(found);
        } catch (InvalidProtocolBufferException broken) {
            throw new RecordFault("The settings of portal " + code + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    /**
     * Every batch of the portal that arrived at the broker since a moment of its clock.
     *
     * @param sinceMs since the epoch; 0 for all there are
     */
    void batches(String portal, long sinceMs, BatchTaker taker) throws RecordFault {
        List<TopicPartition> partitions = TopicFollower.partitions(consumer, Topic.RFID_READS.topicName());
        var ends = consumer.endOffsets(partitions, TopicFollower.BROKER_TIMEOUT);
        consumer.assign(partitions);
        if (sinceMs == 0) {
            consumer.seekToBeginning(partitions);
        } else {
            Map<TopicPartition, Long> times =
                    partitions.stream().collect(Collectors.toMap(partition -> partition, any -> sinceMs));
            consumer.offsetsForTimes(times, TopicFollower.BROKER_TIMEOUT)
                    .forEach((partition, found) ->
                            consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
        }
        readTo(ends, record -> take(record, portal, taker));
    }

    /** The batches of the portal in one partition, both offsets among them. */
    void batches(String portal, TopicPartition partition, long from, long to, BatchTaker taker) throws RecordFault {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        readTo(Map.of(partition, to + 1), record -> {
            if (record.offset() <= to) {
                take(record, portal, taker);
            }
        });
    }

    private static void take(ConsumerRecord<String, byte[]> record, String portal, BatchTaker taker)
            throws RecordFault {
        if (!portal.equals(record.key()) || record.value() == null) {
            return;
        }
        try {
            taker.take(new StoredBatch(
                    new TopicPartition(record.topic(), record.partition()),
                    record.offset(),
                    ReadBatch.parseFrom(record.value())));
        } catch (InvalidProtocolBufferException broken) {
            throw new RecordFault(
                    "Record " + record.offset() + " of " + record.topic() + "-" + record.partition() + " is no batch"
                            + " of reads: " + broken.getMessage(),
                    broken);
        }
    }

    private void readTo(Map<TopicPartition, Long> ends, RecordTaker taker) throws RecordFault {
        int empty = 0;
        while (ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
            int taken = 0;
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                taker.take(record);
                taken++;
            }
            empty = taken == 0 ? empty + 1 : 0;
            if (empty > MOST_EMPTY_POLLS) {
                throw new RecordFault("Kafka answers no more");
            }
        }
    }

    private boolean isBefore(TopicPartition partition, long end) {
        return consumer.position(partition, TopicFollower.BROKER_TIMEOUT) < end;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
