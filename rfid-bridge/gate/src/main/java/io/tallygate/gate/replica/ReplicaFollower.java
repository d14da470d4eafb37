package io.tallygate.gate.replica;

import io.tallygate.gate.relay.OutageLog;
import io.tallygate.gate.relay.TopicFollower;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the replica up to date, on a thread of its own, for as long as the gate lives and whether Kafka is there or not. */
public final class ReplicaFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CONFIRM_EVERY = Duration.ofSeconds(2);

    /** Half of what a broker keeps tombstones for: after a longer absence one may have been missed. */
    private static final Duration TOMBSTONES_SAFE_FOR = Duration.ofHours(12);

    private final Replica replica;
    private final Clock clock;
    private final OutageLog outages = new OutageLog(LOG, "following the ledger");
    private final TopicFollower follower;
    private Instant confirmAgainAt = Instant.EPOCH;
    private @Nullable Resync resync;

    /** @param consumers makes a consumer without a group, which does not commit and resets to nothing by itself */
    public ReplicaFollower(Replica replica, Supplier<Consumer<String, byte[]>> consumers, Clock clock) {
        this.replica = replica;
        this.clock = clock;
        this.follower = new TopicFollower("replica-follower", consumers, this::followOrRenew, outages);
    }

    public void start() {
        follower.start();
    }

    @Override
    public void close() throws InterruptedException {
        follower.close();
    }

    private void followOrRenew(Consumer<String, byte[]> consumer) {
        try {
            follow(consumer);
        } catch (RocksDBException e) {
            renew(e);
        }
    }

    private void renew(RocksDBException why) {
        follower.pause();
        try {
            replica.renew(why);
            // A new copy holds nothing of what the topics held before.
            resync = new Resync();
        } catch (UncheckedIOException e) {
            LOG.error("the replica cannot be written; the copy in force grows old", e);
        }
    }

    private void follow(Consumer<String, byte[]> consumer) throws RocksDBException {
        List<TopicPartition> partitions = ReplicaTopic.names().stream()
                .flatMap(topic -> TopicFollower.partitions(consumer, topic).stream())
                .toList();
        consumer.assign(partitions);
        seek(consumer, partitions);
        confirmAgainAt = Instant.EPOCH;
        while (follower.isRunning()) {
            List<LedgerRecord> records = poll(consumer);
            if (resync != null) {
                resync.saw(records);
            }
            replica.apply(records);
            if (records.isEmpty() && !clock.instant().isBefore(confirmAgainAt)) {
                confirmIfAtEnd(consumer, partitions);
            }
        }
    }

    private void seek(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) throws RocksDBException {
        Map<TopicPartition, Long> from = resumable(consumer, partitions);
        if (from.size() < partitions.size()) {
            LOG.info("the ledger's topics are read from their beginning");
            resync = new Resync();
            consumer.seekToBeginning(partitions);
        } else {
            from.forEach(consumer::seek);
        }
    }

    /** Where to go on in each partition; not all of them when everything has to be read again. */
    private Map<TopicPartition, Long> resumable(Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
            throws RocksDBException {
        Map<TopicPartition, Long> from = new HashMap<>();
        Instant confirmed = replica.confirmedAt();
        if (resync != null
                || confirmed == null
                || Duration.between(confirmed, clock.instant()).compareTo(TOMBSTONES_SAFE_FOR) > 0) {
            return from;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TopicFollower.BROKER_TIMEOUT);
        for (TopicPartition partition : partitions) {
            // A partition never read holds nothing of ours; one shorter than what was read has been made anew.
            OptionalLong next = replica.nextOffset(ReplicaTopic.named(partition.topic()), partition.partition());
            if (next.orElse(0) <= ends.getOrDefault(partition, 0L)) {
                from.put(partition, next.orElse(0));
            }
        }
        return from;
    }

    private List<LedgerRecord> poll(Consumer<String, byte[]> consumer) {
        try {
            List<LedgerRecord> records = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> polled : consumer.poll(POLL)) {
                records.add(new LedgerRecord(
                        ReplicaTopic.named(polled.topic()),
                        polled.partition(),
                        polled.offset(),
                        polled.key(),
                        polled.value()));
            }
            return records;
        } catch (OffsetOutOfRangeException e) {
            resync = new Resync();
            consumer.seekToBeginning(consumer.assignment());
            return List.of();
        }
    }

    private void confirmIfAtEnd(Consumer<String, byte[]> consumer, List<TopicPartition> partitions)
            throws RocksDBException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TopicFollower.BROKER_TIMEOUT);
        boolean atEnd = ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey(), TopicFollower.BROKER_TIMEOUT) >= end.getValue());
        if (!atEnd) {
            return;
        }
        if (resync != null) {
            resync.finish(replica);
            resync = null;
        }
        replica.confirm();
        outages.succeeded();
        confirmAgainAt = clock.instant().plus(CONFIRM_EVERY);
    }
}
