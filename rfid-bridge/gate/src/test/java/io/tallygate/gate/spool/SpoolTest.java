package io.tallygate.gate.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final SpoolLimits ROOMY = new SpoolLimits(1 << 20, 64 << 20);
    private static final SpoolLimits TIGHT = new SpoolLimits(4096, 16384);

    @TempDir
    Path dir;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void append(Spool spool, String... values) throws IOException {
        for (String value : values) {
            spool.append(SpoolKind.CROSSING, "key", bytes(value));
        }
    }

    private static List<String> values(Spool spool, long after) throws IOException {
        return spool.readAfter(after, 10_000, 1 << 30).stream()
                .map(found -> new String(found.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(SpoolSegment::isSegment).sorted().toList();
        }
    }

    @Test
    void shouldGiveBackWhatWasAppendedInOrder() throws Exception {
        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            append(spool, "a", "b", "c");

            assertThat(values(spool, 0)).containsExactly("a", "b", "c");
            assertThat(values(spool, 2)).containsExactly("c");
            assertThat(spool.state().depth()).isEqualTo(3);
        }
    }

    /** Nothing is closed: a killed process closes nothing either. */
    @Test
    void shouldKeepEverythingThroughAKill() throws Exception {
        Spool killed = Spool.open(dir, ROOMY, Clock.systemUTC());
        append(killed, "a", "b");
        killed.acknowledge(1);

        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            assertThat(spool.acknowledged()).isEqualTo(1);
            assertThat(values(spool, spool.acknowledged())).containsExactly("b");
            append(spool, "c");
            assertThat(values(spool, spool.acknowledged())).containsExactly("b", "c");
            assertThat(spool.state().depth()).isEqualTo(2);
        }
        killed.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 20})
    void shouldCutOffATornTail(int torn) throws Exception {
        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            append(spool, "first", "second that is torn");
        }
        Path segment = segments().getFirst();
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.setLength(file.length() - torn);
        }

        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            append(spool, "third");
            assertThat(values(spool, 0)).containsExactly("first", "third");
        }
    }

    @Test
    void shouldNotBelieveADamagedRecord() throws Exception {
        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            append(spool, "first", "second");
        }
        try (RandomAccessFile file = new RandomAccessFile(segments().getFirst().toFile(), "rw")) {
            file.seek(file.length() - 1);
            file.write('X');
        }

        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            assertThat(values(spool, 0)).containsExactly("first");
            assertThat(spool.state().setAside()).hasSize(1);
        }
    }

    @Test
    void shouldDeleteSegmentsThatKafkaHas() throws Exception {
        try (Spool spool = Spool.open(dir, TIGHT, Clock.systemUTC())) {
            for (int i = 0; i < 40; i++) {
                append(spool, "x".repeat(1000));
            }
            assertThat(segments()).hasSizeGreaterThan(5);

            spool.acknowledge(39);

            assertThat(segments()).hasSizeLessThanOrEqualTo(2);
            assertThat(values(spool, 39)).hasSize(1);
            assertThat(spool.state().depth()).isEqualTo(1);
        }
    }

    @Test
    void shouldTurnReadsAwayBeyondTheirRoomAndNeverCrossings() throws Exception {
        try (Spool spool = Spool.open(dir, TIGHT, Clock.systemUTC())) {
            int reads = 0;
            for (int i = 0; i < 200; i++) {
                reads += spool.append(SpoolKind.READS, "P-101", bytes("r".repeat(1000))) ? 1 : 0;
            }
            long bytesOfReads = spool.bytes();
            append(spool, "c".repeat(5000), "c".repeat(5000), "c".repeat(5000), "c".repeat(5000));

            assertThat(bytesOfReads).isBetween(TIGHT.mostBytes(), TIGHT.mostBytes() + 1100);
            assertThat(spool.state().depth()).isEqualTo(reads + 4);
            assertThat(spool.bytes()).isGreaterThan(TIGHT.mostBytes() + 20_000);
        }
    }

    @Test
    void shouldTellHowLongTheOldestRecordWaits() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T08:00:00Z"));
        InstantSource clock = now::get;
        try (Spool spool = Spool.open(dir, ROOMY, clock.withZone(ZoneOffset.UTC))) {
            assertThat(spool.state().oldestSeconds()).isZero();
            for (int i = 0; i < 10_000; i++) {
                append(spool, "x");
                now.updateAndGet(moment -> moment.plusSeconds(1));
            }
            assertThat(spool.state().oldestSeconds()).isEqualTo(10_000);

            spool.acknowledge(9_000);
            assertThat(spool.state().oldestSeconds()).isBetween(1_000L, 1_010L);

            spool.acknowledge(10_000);
            assertThat(spool.state().oldestSeconds()).isZero();
        }
    }

    @Test
    void shouldSendEverythingAgainWhenThePositionIsLost() throws Exception {
        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            append(spool, "a", "b");
            spool.acknowledge(1);
        }
        Files.write(dir.resolve("position"), new byte[] {1, 2, 3});

        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            assertThat(values(spool, spool.acknowledged())).containsExactly("a", "b");
        }
    }

    @Test
    void shouldGoOnNumberingWhenAllWasAcknowledged() throws Exception {
        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            append(spool, "a", "b");
            spool.acknowledge(2);
        }
        try (Spool spool = Spool.open(dir, ROOMY, Clock.systemUTC())) {
            append(spool, "c");
            assertThat(spool.readAfter(2, 10, 1 << 30)).singleElement().satisfies(found -> assertThat(found.sequence())
                    .isEqualTo(3));
        }
    }

    /** Files are begun all the time, while they are read to their very end. */
    @Test
    void shouldSkipNothingWhileItIsWrittenAndReadAtOnce() throws Exception {
        int records = 60_000;
        try (Spool spool = Spool.open(dir, new SpoolLimits(4096, 1 << 30), Clock.systemUTC())) {
            Thread writing = Thread.ofPlatform().start(() -> appendNumbers(spool, records));
            long sequence = 0;
            while (sequence < records) {
                List<SpoolRecord> some = spool.readAfter(sequence, 50, 1 << 20);
                for (SpoolRecord found : some) {
                    assertThat(found.sequence()).isEqualTo(++sequence);
                }
                if (some.isEmpty()) {
                    spool.awaitBeyond(sequence, 100);
                } else {
                    spool.acknowledge(sequence);
                }
            }
            writing.join();
            assertThat(spool.state().setAside()).isEmpty();
        }
    }

    private static void appendNumbers(Spool spool, int records) {
        byte[] value = new byte[400];
        try {
            for (int i = 0; i < records; i++) {
                spool.append(SpoolKind.READS, "P-101", value);
                while (spool.acknowledged() < i - 12) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
