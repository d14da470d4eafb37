package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.SimulatedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A whole gate whose readers go on reading at speed while the broker is away: what arrives at the broker after its return is counted. */
class BrokerAwayTest {
    private static final int READERS = 4;
    private static final int READS_A_REPORT = 25;
    private static final int MICROS_APART = 300;

    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path home;

    private final List<SimulatedReader> readers = new ArrayList<>();
    private int scenario;
    private TestLedger ledger;
    private @Nullable GateWorld world;
    private long beganUs;

    @BeforeEach
    void aLedger() {
        scenario = broker.scenario();
        ledger = broker.ledger();
    }

    @AfterEach
    void leave() throws Exception {
        for (int i = 0; i < readers.size(); i++) {
            ledger.publish(Topic.FACILITIES_PORTALS, portal(i), null);
            ledger.publish(Topic.LEDGER_TAGGED_ITEMS, laptop(i), null);
        }
        gate().close();
        readers.forEach(SimulatedReader::close);
    }

    private void aGateWith(int howMany, SpoolLimits limits) throws IOException {
        for (int i = 0; i < howMany; i++) {
            readers.add(SimulatedReader.start(portal(i), 0));
            ledger.portal(portal(i), readers.get(i).port(), 600);
            ledger.item(laptop(i), "laptop-" + i);
        }
        world = new GateWorld(portal(0), home, broker.bootstrapServers(), readers.getFirst(), limits);
        gate().awaitItems(howMany);
        gate().awaitWatching(howMany);
    }

    private GateWorld gate() {
        return Objects.requireNonNull(world);
    }

    private String portal(int reader) {
        return "B-" + scenario + reader;
    }

    private String laptop(int number) {
        return String.format("3414257BF6%012X%02X", scenario, number);
    }

    /** A tag of no one known that lies at the gate. */
    private static String stray(long number) {
        return String.format("E28011606000%012X", number % 60);
    }

    /** @param strays that were read before its readers can send the first */
    private void kafkaGoes(long strays) {
        broker.goesAway();
        beganUs = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - strays * MICROS_APART;
    }

    /** As fast as the line takes them: reads that lie as far apart as those of a reader in its fastest mode. */
    private void flood(int reader, long from, long to) {
        for (long at = from; at < to; at += READS_A_REPORT) {
            readers.get(reader)
                    .report(LongStream.range(at, at + READS_A_REPORT)
                            .mapToObj(number -> io.tallygate.simulator.TagRead.of(
                                            stray(number), 1 + (int) (number % 4), -60)
                                    .seenAt(beganUs + number * MICROS_APART))
                            .toArray(io.tallygate.simulator.TagRead[]::new));
        }
    }

    /** Returns how many reads there were. */
    private int passes(int reader, int laptop) {
        return readers.get(reader)
                .pass(Passage.of(laptop(laptop), Direction.OUT))
                .join();
    }

    /** The batches of each portal without those sent again. */
    private Map<String, List<ReadBatch>> arrivedBatches() {
        Map<String, List<ReadBatch>> batches = new HashMap<>();
        Set<String> known = new HashSet<>();
        try (KafkaArrivals arrivals = new KafkaArrivals(new KafkaSettings(broker.bootstrapServers()))) {
            arrivals.each(Topic.RFID_READS, bytes -> {
                ReadBatch batch = GateWorld.parsed(() -> ReadBatch.parseFrom(bytes));
                if (known.add(batch.getPortalCode() + batch.getSequence())) {
                    batches.computeIfAbsent(batch.getPortalCode(), any -> new ArrayList<>())
                            .add(batch);
                }
            });
        }
        return batches;
    }

    private static long reads(List<ReadBatch> batches) {
        return batches.stream().mapToLong(ReadBatch::getReadsCount).sum();
    }

    private static boolean isStray(TagRead read) {
        return read.getEpc().startsWith("E2801160");
    }

    /** By the reader's own clock, which the batch tells. */
    private List<Long> strayNumbers(List<ReadBatch> batches) {
        List<Long> numbers = new ArrayList<>();
        for (ReadBatch batch : batches) {
            for (TagRead read : batch.getReadsList()) {
                if (isStray(read)) {
                    long readerUs = read.getSeenAtUs() - batch.getReaderOffsetUs() - read.getReaderDriftUs();
                    long number = (readerUs - beganUs) / MICROS_APART;
                    assertThat(read.getEpc()).isEqualTo(stray(number));
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private List<Crossing> arrivedCrossings(int laptop) {
        return GateWorld.crossings(ledger, laptop(laptop));
    }

    @Test
    void shouldLoseNoReadOfAnyReaderAndKeepTheirOrder() throws Exception {
        aGateWith(READERS, new SpoolLimits(1 << 20, 16 << 20));
        long before = (long) gate().metric("tallygate.gate.reads");
        long strays = 6_000;
        kafkaGoes(strays);

        List<CompletableFuture<Integer>> passing = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            int at = reader;
            flood(reader, 0, strays);
            passing.add(CompletableFuture.supplyAsync(() -> passes(at, at)));
        }
        long carried = passing.stream().mapToLong(CompletableFuture::join).sum();
        until(() -> gate().metric("tallygate.gate.reads") - before == READERS * strays + carried);
        until(() -> readers.stream().allMatch(reader -> reader.gpo(1)));
        until(() -> gate().status().spool().crossings() == READERS);
        long depth = gate().status().spool().depth();
        assertThat(depth).isGreaterThan(READERS * strays / 256);
        assertThat(gate().metric("tallygate.gate.spool.depth")).isGreaterThanOrEqualTo(depth);
        assertThat(gate().metric("tallygate.gate.spool.crossings")).isEqualTo(READERS);
        assertThat(gate().metric("tallygate.gate.spool.bytes")).isGreaterThan(READERS * strays * 40);

        broker.comesBack();
        // The last reads may still wait to be one batch.
        until(() -> {
            gate().awaitRelayed();
            return arrivedBatches().values().stream()
                            .mapToLong(BrokerAwayTest::reads)
                            .sum()
                    >= READERS * strays + carried;
        });

        Map<String, List<ReadBatch>> arrived = arrivedBatches();
        long all = 0;
        for (int reader = 0; reader < READERS; reader++) {
            List<ReadBatch> batches = arrived.getOrDefault(portal(reader), List.of());
            all += reads(batches);
            assertThat(batches).extracting(ReadBatch::getSequence).isSorted();
            assertThat(strayNumbers(batches))
                    .isEqualTo(LongStream.range(0, strays).boxed().toList());
            assertThat(arrivedCrossings(reader)).hasSize(1);
        }
        assertThat(all).isEqualTo(READERS * strays + carried);
        assertThat(gate().metric("tallygate.gate.spool.thinned.reads")
                        + gate().metric("tallygate.gate.spool.dropped.reads"))
                .isZero();
        until(() -> gate().healths(ledger).getLast().getSpoolDepth() == 0);
    }

    @Test
    void shouldThinReadsAndKeepEveryCrossingWhenThereIsNoRoomForAll() throws Exception {
        int laptops = 6;
        SpoolLimits tiny = new SpoolLimits(4096, 64 << 10);
        aGateWith(1, tiny);
        for (int laptop = 1; laptop < laptops; laptop++) {
            ledger.item(laptop(laptop), "laptop-" + laptop);
        }
        gate().awaitItems(laptops);
        kafkaGoes(0);

        long strays = 0;
        while (gate().status().spool().thinnedReads() == 0) {
            strays = floodOn(strays);
        }
        List<CompletableFuture<Integer>> passing = new ArrayList<>();
        for (int laptop = 0; laptop < laptops; laptop++) {
            int carried = laptop;
            passing.add(CompletableFuture.supplyAsync(() -> passes(0, carried)));
        }
        long carried = passing.stream().mapToLong(CompletableFuture::join).sum();
        until(() -> gate().status().spool().crossings() == laptops);
        long all = strays + carried;
        until(() -> gate().metric("tallygate.gate.reads") == all);
        GateStatus.SpoolLine full = gate().status().spool();
        assertThat(full.bytes()).isGreaterThan(tiny.mostBytes() / 4 * 3);
        assertThat(full.lostCrossings()).isZero();
        assertThat(gate().metric("tallygate.gate.spool.thinned.reads")).isEqualTo(full.thinnedReads());

        broker.comesBack();
        for (int laptop = 0; laptop < laptops; laptop++) {
            int carriedOne = laptop;
            until(() -> !arrivedCrossings(carriedOne).isEmpty());
            assertThat(arrivedCrossings(laptop)).singleElement().satisfies(crossing -> assertThat(
                            crossing.getEvidenceList())
                    .isNotEmpty());
        }
        // What is at the broker and what is told to be gone make up what was read.
        until(() -> {
            GateStatus.SpoolLine now = gate().status().spool();
            List<ReadBatch> batches = arrivedBatches().getOrDefault(portal(0), List.of());
            return now.depth() == 0 && reads(batches) + now.thinnedReads() + now.droppedReads() == all;
        });
        assertThat(arrivedBatches().get(portal(0)))
                .extracting(ReadBatch::getThinnedReads)
                .anyMatch(left -> left > 0);
        until(() -> gate().healths(ledger).getLast().getThinnedReads() > 0);
    }

    private long floodOn(long from) throws InterruptedException {
        long to = from + 4L * READS_A_REPORT;
        flood(0, from, to);
        // As many again only once the gate has taken these.
        until(() -> gate().metric("tallygate.gate.reads") >= to);
        return to;
    }
}
