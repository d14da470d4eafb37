package io.tallygate.standalone.faulty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Keeps the broker's rules about a producer's sequence numbers, but for one batch. */
public final class FaultyPartition {
    /** Long enough for whatever else the producer would send without an answer. */
    private static final long HESITATION_MS = 300;

    private final int faultyBatch;
    private final Fault fault;
    private final Map<Long, Last> producers = new HashMap<>();
    private final List<byte[]> values = new ArrayList<>();
    private int batches;

    /** What happens to the one batch. The partition knows no producer after it, as after a restart without its snapshot. */
    public sealed interface Fault {
        /** Not taken, with that answer. */
        record Refused(Errors answer) implements Fault {}

        /** Taken, and the broker goes before it can say so. */
        record TakenUntold() implements Fault {}
    }

    /** One of each: answers after which a producer sends again, ones after which it gives the batch up, and none. */
    public static Stream<Fault> faults() {
        return Stream.concat(
                Stream.of(new Fault.TakenUntold()),
                Stream.of(
                                Errors.NOT_LEADER_OR_FOLLOWER,
                                Errors.NOT_ENOUGH_REPLICAS,
                                Errors.OUT_OF_ORDER_SEQUENCE_NUMBER,
                                Errors.UNKNOWN_PRODUCER_ID,
                                Errors.INVALID_PRODUCER_EPOCH,
                                Errors.INVALID_TIMESTAMP,
                                Errors.TOPIC_AUTHORIZATION_FAILED,
                                Errors.UNKNOWN_SERVER_ERROR)
                        .map(Fault.Refused::new));
    }

    private record Last(short epoch, int sequence) {}

    /** @param faultyBatch counted from 1 */
    public FaultyPartition(int faultyBatch, Fault fault) {
        this.faultyBatch = faultyBatch;
        this.fault = fault;
    }

    /** What every record holds, in the order of the log. */
    public synchronized List<byte[]> values() {
        return List.copyOf(values);
    }

    /** Null when there is no answer. */
    synchronized @Nullable Errors append(MemoryRecords records) {
        RecordBatch batch = records.batches().iterator().next();
        if (++batches != faultyBatch) {
            return appendByTheRules(batch);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(HESITATION_MS));
        return switch (fault) {
            case Fault.Refused refused -> {
                producers.clear();
                yield refused.answer();
            }
            case Fault.TakenUntold ignored -> {
                appendByTheRules(batch);
                producers.clear();
                yield null;
            }
        };
    }

    private Errors appendByTheRules(RecordBatch batch) {
        Last last = producers.get(batch.producerId());
        if (last != null && batch.producerEpoch() < last.epoch()) {
            return Errors.INVALID_PRODUCER_EPOCH;
        }
        if (last != null && batch.producerEpoch() == last.epoch() && batch.lastSequence() <= last.sequence()) {
            return Errors.NONE;
        }
        // A producer that is not known may begin with any number.
        if (last != null && batch.baseSequence() != (batch.producerEpoch() == last.epoch() ? last.sequence() + 1 : 0)) {
            return Errors.OUT_OF_ORDER_SEQUENCE_NUMBER;
        }
        producers.put(batch.producerId(), new Last(batch.producerEpoch(), batch.lastSequence()));
        batch.forEach(record -> values.add(Utils.toArray(record.value())));
        return Errors.NONE;
    }
}
