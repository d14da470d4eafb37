package io.tallygate.gate;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.FailMode;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.facilities.v1.Reader;
import io.tallygate.contracts.facilities.v1.Zone;
import io.tallygate.contracts.ledger.v1.CustodyState;
import io.tallygate.contracts.ledger.v1.ExitPermit;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.contracts.ledger.v1.TaggedItem;
import io.tallygate.gate.relay.KafkaSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Plays the services around a gate: publishes what they publish, reads what they read. */
public final class TestLedger implements AutoCloseable {
    private final KafkaSettings kafka;
    private final Producer<String, byte[]> producer;

    public TestLedger(String bootstrapServers) {
        this.kafka = new KafkaSettings(bootstrapServers);
        this.producer = kafka.crossingProducer();
    }

    public void portal(String code, int readerPort, int alarmSeconds) {
        portal(code, readerPort, alarmSeconds, portal -> portal);
    }

    public void portal(String code, int readerPort, int alarmSeconds, FailMode failMode) {
        portal(code, readerPort, alarmSeconds, portal -> portal.setFailMode(failMode));
    }

    public void portal(String code, int readerPort, int alarmSeconds, UnaryOperator<Portal.Builder> change) {
        Portal.Builder portal = Portal.newBuilder()
                .setCode(code)
                .setRoomCode("R-101")
                .setReader(Reader.newBuilder().setHost("127.0.0.1").setPort(readerPort))
                .setGpoAlarm(1)
                .setAlarmSeconds(alarmSeconds)
                .setFailMode(FailMode.SECURE)
                .setMaxReplicaAgeSeconds(3600)
                .setActive(true);
        for (int antenna = 1; antenna <= 4; antenna++) {
            portal.addAntennas(Antenna.newBuilder().setId(antenna).setZone(antenna <= 2 ? Zone.INSIDE : Zone.OUTSIDE));
        }
        publish(Topic.FACILITIES_PORTALS, code, change.apply(portal).build());
    }

    public void item(String epc, String itemId) {
        item(epc, itemId, "");
    }

    public void item(String epc, String itemId, String tid) {
        item(epc, itemId, tid, CustodyState.IN_PLACE);
    }

    public void item(String epc, String itemId, String tid, CustodyState state) {
        publish(
                Topic.LEDGER_TAGGED_ITEMS,
                epc,
                TaggedItem.newBuilder()
                        .setEpc(epc)
                        .setItemId(itemId)
                        .setTid(tid)
                        .setKind("LAPTOP")
                        .setLevelRank(4)
                        .setDepartmentCode("RD")
                        .setState(state)
                        .build());
    }

    public void permit(String permitId, String itemId, String portal, PermitState state) {
        Instant now = Instant.now();
        publish(
                Topic.LEDGER_EXIT_PERMITS,
                permitId,
                ExitPermit.newBuilder()
                        .setPermitId(permitId)
                        .setState(state)
                        .addItemIds(itemId)
                        .addPortalCodes(portal)
                        .setValidFrom(Timestamp.newBuilder().setSeconds(now.getEpochSecond() - 3600))
                        .setValidUntil(Timestamp.newBuilder().setSeconds(now.getEpochSecond() + 3600))
                        .build());
    }

    public void publish(Topic topic, String key, @Nullable Message message) {
        publishBytes(topic, key, message == null ? null : message.toByteArray());
    }

    public void publishBytes(Topic topic, String key, byte @Nullable [] value) {
        try {
            producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that is on the topic under the key, oldest first. */
    public List<byte[]> all(Topic topic, String key) {
        return all(topic, key::equals);
    }

    /** Everything that is on the topic, oldest first in each partition. */
    public List<byte[]> all(Topic topic) {
        return all(topic, any -> true);
    }

    /** Whether the last that was said under the key is that it is gone. */
    public boolean isGone(Topic topic, String key) {
        List<ConsumerRecord<String, byte[]>> said = records(topic, key::equals);
        return !said.isEmpty() && said.getLast().value() == null;
    }

    private List<byte[]> all(Topic topic, Predicate<String> keys) {
        return records(topic, keys).stream()
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(Topic topic, Predicate<String> keys) {
        try (Consumer<String, byte[]> consumer = kafka.replicaConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> polled : consumer.poll(java.time.Duration.ofMillis(100))) {
                    if (keys.test(polled.key())) {
                        found.add(polled);
                    }
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
