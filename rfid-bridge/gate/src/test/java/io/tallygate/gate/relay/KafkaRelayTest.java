package io.tallygate.gate.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.gate.spool.Spool;
import io.tallygate.gate.spool.SpoolKind;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.standalone.faulty.FaultyBroker;
import io.tallygate.standalone.faulty.FaultyPartition;
import io.tallygate.standalone.faulty.FaultyPartition.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the broker does with one batch, nothing is lost, nothing overtakes it, and only it may come twice. */
class KafkaRelayTest {
    private static final long RECORDS = 2_000;
    private static final int RECORD_BYTES = 200;

    @TempDir
    Path dir;

    @ParameterizedTest
    @MethodSource("io.tallygate.standalone.faulty.FaultyPartition#faults")
    void shouldSendAllInOrderWhateverHappensToABatch(Fault fault) throws Exception {
        FaultyPartition partition = new FaultyPartition(3, fault);
        checkAllArriveInOrder(partition);
    }

    /** As of a broker that has just started, and has not yet learnt what it leads. */
    @Test
    void shouldSendAllInOrderWhenTheBrokerTurnsTheFirstBatchAway() throws Exception {
        checkAllArriveInOrder(new FaultyPartition(1, new Fault.Refused(Errors.NOT_LEADER_OR_FOLLOWER)));
    }

    private void checkAllArriveInOrder(FaultyPartition partition) throws Exception {
        try (FaultyBroker broker =
                        new FaultyBroker(Map.of(SpoolKind.READS.topic().topicName(), partition));
                Spool spool = filled(RECORDS);
                KafkaRelay relay = new KafkaRelay(
                        "reads", spool, new KafkaSettings(broker.bootstrapServers())::crossingProducer)) {
            relay.start();
            until(() -> spool.state().depth() == 0);
            assertThat(relay.refusedRecords()).isZero();
        }
        List<Long> arrived = partition.values().stream()
                .map(value -> ByteBuffer.wrap(value).getLong())
                .toList();
        assertThat(arrived.stream().distinct())
                .containsExactlyElementsOf(LongStream.range(0, RECORDS).boxed().toList());
        assertThat(arrived).hasSizeLessThan((int) RECORDS + 200);
    }

    @Test
    void shouldSendNothingBehindARecordThatItsProducerHasNotTaken() throws Exception {
        List<LostOnce> made = new CopyOnWriteArrayList<>();
        try (Spool spool = filled(3);
                KafkaRelay relay = new KafkaRelay("reads", spool, () -> {
                    made.add(new LostOnce(made.isEmpty() ? 1 : -1));
                    return made.getLast();
                })) {
            relay.start();
            until(() -> !made.isEmpty() && made.getFirst().tried.contains(1L));
            spool.append(SpoolKind.READS, "P-1", numbered(3));
            // The one before is under way until here.
            until(() -> made.getFirst().completeNext());
            until(() -> spool.state().depth() == 0);
            assertThat(made.getFirst().tried).containsExactly(0L, 1L);
            assertThat(made.getLast().tried).containsExactly(1L, 2L, 3L);
        }
    }

    private Spool filled(long records) throws IOException {
        Spool spool = Spool.open(dir.resolve("spool"), new SpoolLimits(1 << 20, 16 << 20), Clock.systemUTC());
        for (long number = 0; number < records; number++) {
            spool.append(SpoolKind.READS, "P-1", numbered(number));
        }
        return spool;
    }

    private static byte[] numbered(long number) {
        return ByteBuffer.allocate(RECORD_BYTES).putLong(number).array();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    /** Does not find the topic's leader in time for one record; the first producer acknowledges when it is told to. */
    private static final class LostOnce extends MockProducer<String, byte[]> {
        private final List<Long> tried = new CopyOnWriteArrayList<>();
        private final long lost;

        LostOnce(long lost) {
            super(lost < 0, null, new StringSerializer(), new ByteArraySerializer());
            this.lost = lost;
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<String, byte[]> sent, @Nullable Callback callback) {
            long number = ByteBuffer.wrap(sent.value()).getLong();
            tried.add(number);
            if (number != lost) {
                return super.send(sent, callback);
            }
            TimeoutException late = new TimeoutException("topic not present in metadata");
            if (callback != null) {
                callback.onCompletion(null, late);
            }
            return CompletableFuture.failedFuture(late);
        }
    }
}
