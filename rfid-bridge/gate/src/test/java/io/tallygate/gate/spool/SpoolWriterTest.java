package io.tallygate.gate.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between the gates and a disk that stalls, refuses or is full. */
class SpoolWriterTest {
    private static final SpoolWriter.WaitingLimits FEW = new SpoolWriter.WaitingLimits(1_000, 50, 10_000);

    @TempDir
    Path home;

    private final Disk disk = new Disk();
    private long bytesOfReads;
    private CrossingJournal journal;
    private SpoolWriter writer;

    /** Takes nothing until it is told to. */
    private static final class Disk implements SpoolSink {
        private final Semaphore permits = new Semaphore(0);
        private final List<String> crossings = new CopyOnWriteArrayList<>();
        private final List<ReadBatch> batches = new CopyOnWriteArrayList<>();
        private volatile boolean refuses;

        @Override
        public boolean append(SpoolKind kind, String key, byte[] value) throws IOException {
            permits.acquireUninterruptibly();
            if (refuses) {
                permits.release();
                throw new IOException("No space left on device");
            }
            switch (kind) {
                case CROSSING -> crossings.add(Crossing.parseFrom(value).getCrossingId());
                case READS -> batches.add(ReadBatch.parseFrom(value));
            }
            return true;
        }

        void moves() {
            permits.release(1 << 20);
        }

        int reads() {
            return batches.stream().mapToInt(ReadBatch::getReadsCount).sum();
        }
    }

    @BeforeEach
    void aWriterToADiskThatStalls() throws IOException {
        journal = CrossingJournal.open(home.resolve("journal"));
        journal.begin();
        writer = new SpoolWriter(disk, disk, journal, FEW, () -> bytesOfReads, 1_000);
    }

    @AfterEach
    void close() throws InterruptedException {
        disk.refuses = false;
        disk.moves();
        writer.close();
        journal.close();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    private static Crossing crossing(int number) {
        return Crossing.newBuilder()
                .setCrossingId("crossing-" + number)
                .setEpc("3414257BF400000000000A01")
                .addEvidence(read(1, 1, number, -5000))
                .build();
    }

    private static TagRead read(int tag, int antenna, long atMs, int centiDbm) {
        return TagRead.newBuilder()
                .setEpc("3414257BF4%014X".formatted(tag))
                .setAntenna(antenna)
                .setSeenAtUs(atMs * 1000)
                .setRssiCentiDbm(centiDbm)
                .setCount(1)
                .build();
    }

    /** Ten tags at two antennas, each seen every 20 ms at the same strength. */
    private static ReadBatch batch(int number) {
        ReadBatch.Builder batch = ReadBatch.newBuilder().setPortalCode("P-101").setSequence(number);
        for (int i = 0; i < 100; i++) {
            batch.addReads(read(i % 10, 1 + i / 10 % 2, number * 100L + i, -5000));
        }
        return batch.build();
    }

    private void keep(int crossing) {
        writer.keep(crossing(crossing), writer.protect(crossing(crossing)));
    }

    @Test
    void shouldHoldBackNobodyAndLoseNoCrossingWhileTheDiskStalls() {
        for (int i = 0; i < 100; i++) {
            keep(i);
            writer.keep(batch(i));
        }

        // Nothing has moved, and all those calls have returned.
        assertThat(disk.crossings).isEmpty();
        assertThat(writer.state().waitingCrossings()).isEqualTo(100);
        assertThat(writer.state().waitingReads()).isEqualTo(1_000);
        assertThat(writer.state().droppedReads()).isEqualTo(9_000);
        assertThat(writer.state().thinning()).isEqualTo(Thinning.BY_TEN_SECONDS);

        disk.moves();
        until(() -> disk.crossings.size() == 100 && writer.state().thinning() == Thinning.NONE);
        until(() -> writer.state().waitingReads() == 0);
        assertThat(disk.crossings)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "crossing-" + i).toList());
        until(() ->
                disk.reads() + writer.state().thinnedReads() + writer.state().droppedReads() == 10_000);
        assertThat(writer.state().thinnedReads()).isPositive();
        assertThat(writer.state().lostCrossings()).isZero();
    }

    @Test
    void shouldWriteTheCrossingsAgainThatAFullDiskHasRefused() {
        disk.refuses = true;
        disk.moves();
        for (int i = 0; i < 20; i++) {
            keep(i);
        }
        writer.keep(batch(1));
        until(() -> writer.state().droppedReads() == 100);
        assertThat(writer.state().waitingCrossings()).isEqualTo(20);

        disk.refuses = false;
        until(() -> disk.crossings.size() == 20);
    }

    @Test
    void shouldThinReadsAsTheDiskFillsAndKeepTheFirstAndTheStrongest() {
        disk.moves();
        bytesOfReads = 800;
        ReadBatch busy = batch(1).toBuilder().addReads(read(3, 1, 199, -4000)).build();
        writer.keep(busy);
        until(() -> disk.batches.size() == 1);

        List<TagRead> left = new ArrayList<>(disk.batches.getFirst().getReadsList());
        assertThat(left).hasSize(21);
        assertThat(left.getLast().getRssiCentiDbm()).isEqualTo(-4000);
        assertThat(left.getFirst()).isEqualTo(busy.getReads(0));
        assertThat(writer.state().thinnedReads()).isEqualTo(80);

        bytesOfReads = 950;
        writer.keep(batch(2));
        until(() -> disk.batches.size() == 2);
        assertThat(disk.batches.get(1).getReadsCount()).isEqualTo(10);

        bytesOfReads = 1_000;
        writer.keep(batch(3));
        keep(1);
        until(() -> writer.state().droppedReads() == 100 && disk.crossings.size() == 1);
        assertThat(disk.batches).hasSize(2);
    }

    @Test
    void shouldTakeOverFromTheJournalWhatAKilledProcessHadNotWritten() throws Exception {
        Path killed = Files.createDirectory(home.resolve("killed"));
        CrossingJournal before = CrossingJournal.open(killed.resolve("journal"));
        before.begin();
        for (int i = 0; i < 3; i++) {
            before.protect("3414257BF400000000000A01", crossing(i).toByteArray());
        }

        try (SpoolLanes lanes = SpoolLanes.open(killed, new SpoolLimits(4096, 8192), Clock.systemUTC())) {
            assertThat(lanes.recoveredCrossings()).isEqualTo(3);
            List<String> found = new ArrayList<>();
            for (SpoolRecord next : lanes.crossings().readAfter(0, 10, 1 << 20)) {
                found.add(Crossing.parseFrom(next.value()).getCrossingId());
            }
            assertThat(found).containsExactly("crossing-0", "crossing-1", "crossing-2");
        }
        try (SpoolLanes lanes = SpoolLanes.open(killed, new SpoolLimits(4096, 8192), Clock.systemUTC())) {
            assertThat(lanes.recoveredCrossings()).isZero();
        }
        before.close();
    }

    /** Brief before the horn, whole after it. */
    @Test
    void shouldTakeOverWithItsEvidenceWhatWasKeptAndNotWritten() throws Exception {
        for (int i = 0; i < 3; i++) {
            writer.keep(crossing(i), writer.protect(brief(i)));
        }
        writer.protect(brief(3));

        assertThat(takenOver()).containsExactly(crossing(0), crossing(1), crossing(2), brief(3));
    }

    @Test
    void shouldTakeACrossingOverOnceWhenTheKillCameWhileItWasCompleted() throws Exception {
        int slot = journal.protect("3414257BF400000000000A01", brief(1).toByteArray());
        Path before = Files.copy(home.resolve("journal"), home.resolve("brief"));
        journal.protect("3414257BF400000000000A01", brief(2).toByteArray());
        journal.complete(slot, "3414257BF400000000000A01", crossing(1).toByteArray());
        // As if the brief form had not been released yet.
        byte[] both = Files.readAllBytes(home.resolve("journal"));
        System.arraycopy(Files.readAllBytes(before), slot * 4096, both, slot * 4096, 4096);
        Files.write(home.resolve("journal"), both);

        assertThat(takenOver()).containsExactly(crossing(1), brief(2));
    }

    @Test
    void shouldKeepWhatIsBriefWhereThereIsNoRoomForTheWhole() throws Exception {
        Crossing large =
                crossing(1).toBuilder().setRuleVersion("x".repeat(5_000)).build();

        writer.keep(large, writer.protect(brief(1)));

        assertThat(takenOver()).containsExactly(brief(1));
    }

    /** What the next process finds when this one is killed now. */
    private List<Crossing> takenOver() throws Exception {
        Path next = Files.createDirectory(home.resolve("next"));
        Files.copy(home.resolve("journal"), next.resolve("journal"));
        List<Crossing> found = new ArrayList<>();
        try (SpoolLanes lanes = SpoolLanes.open(next, new SpoolLimits(4096, 8192), Clock.systemUTC())) {
            for (SpoolRecord each : lanes.crossings().readAfter(0, 10, 1 << 20)) {
                found.add(Crossing.parseFrom(each.value()));
            }
        }
        return found;
    }

    private static Crossing brief(int number) {
        return crossing(number).toBuilder().clearEvidence().build();
    }

    @Test
    void shouldIgnoreAJournalEntryThatAKillHasTorn() throws Exception {
        Path killed = Files.createDirectory(home.resolve("killed"));
        CrossingJournal before = CrossingJournal.open(killed.resolve("journal"));
        before.begin();
        before.protect("3414257BF400000000000A01", crossing(1).toByteArray());
        before.close();
        byte[] bytes = Files.readAllBytes(killed.resolve("journal"));
        bytes[30] ^= 0x55;
        Files.write(killed.resolve("journal"), bytes);

        try (SpoolLanes lanes = SpoolLanes.open(killed, new SpoolLimits(4096, 8192), Clock.systemUTC())) {
            assertThat(lanes.recoveredCrossings()).isZero();
        }
    }

    @Test
    void shouldLeaveOutEvidenceBeforeAnyCrossing() {
        for (int i = 0; i < 5_000; i++) {
            keep(i);
        }
        assertThat(writer.state().waitingCrossings()).isEqualTo(5_000);

        disk.moves();
        until(() -> disk.crossings.size() == 5_000);
        assertThat(writer.state().lostCrossings()).isZero();
    }
}
