package io.tallygate.gate.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that has changed what was written on it. */
class SpoolDamageTest {
    private static final SpoolLimits LIMITS = new SpoolLimits(16 << 10, 64 << 20);
    private static final int RECORDS = 100;

    @TempDir
    Path home;

    private Path dir() {
        return home.resolve("spool");
    }

    private Spool open() throws IOException {
        return Spool.open(dir(), LIMITS, Clock.systemUTC());
    }

    private void aSpoolOfRecords() throws Exception {
        try (Spool spool = open()) {
            for (int i = 1; i <= RECORDS; i++) {
                spool.append(SpoolKind.READS, "P-101", value(i));
            }
        }
    }

    private static byte[] value(int number) {
        return (number + ":" + "r".repeat(500)).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Integer> numbers(Spool spool) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        long last = spool.acknowledged();
        for (List<SpoolRecord> some = spool.readAfter(last, 10, 1 << 20);
                !some.isEmpty();
                some = spool.readAfter(last, 10, 1 << 20)) {
            for (SpoolRecord found : some) {
                String text = new String(found.value(), StandardCharsets.UTF_8);
                numbers.add(Integer.parseInt(text.substring(0, text.indexOf(':'))));
            }
            last = some.getLast().sequence();
        }
        return numbers;
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(dir())) {
            return files.filter(file -> file.getFileName().toString().matches(ending))
                    .sorted()
                    .toList();
        }
    }

    private Path firstSegment() throws IOException {
        return files("\\d+\\.spool").getFirst();
    }

    private static void overwrite(Path file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            open.write(bytes);
        }
    }

    /** Offsets in a record of 530 bytes: its length, its checksum, its sequence, its kind, its value. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 10, 16, 300})
    void shouldLoseOneRecordToAFlippedByteAndKeepTheRest(int offset) throws Exception {
        aSpoolOfRecords();
        Path segment = firstSegment();
        byte[] before = Files.readAllBytes(segment);
        int record = before.length / 2 / 526 * 526;
        overwrite(segment, record + offset, new byte[] {(byte) (before[record + offset] ^ 0x55)});
        byte[] damaged = Files.readAllBytes(segment);

        try (Spool spool = open()) {
            assertThat(numbers(spool)).hasSizeBetween(RECORDS - 2, RECORDS - 1).isSorted();
            assertThat(numbers(spool).getLast()).isEqualTo(RECORDS);
            assertThat(spool.state().setAside()).singleElement().asString().contains(".spool.damaged-");
        }
        Path aside = files(".*\\.damaged-\\d+").getFirst();
        assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
        try (Spool spool = open()) {
            assertThat(spool.state().setAside()).isEmpty();
            assertThat(numbers(spool).getLast()).isEqualTo(RECORDS);
        }
    }

    @Test
    void shouldKeepTheOtherSegmentsWhenOneIsGarbage() throws Exception {
        aSpoolOfRecords();
        Path segment = firstSegment();
        byte[] garbage = new byte[(int) Files.size(segment)];
        new Random(7).nextBytes(garbage);
        Files.write(segment, garbage);

        try (Spool spool = open()) {
            List<Integer> left = numbers(spool);
            assertThat(left).hasSizeBetween(60, 80).isSorted();
            assertThat(left.getLast()).isEqualTo(RECORDS);
            assertThat(spool.state().setAside()).hasSize(1);
        }
    }

    @Test
    void shouldKeepWhatFollowsASegmentThatWasCutShort() throws Exception {
        aSpoolOfRecords();
        try (RandomAccessFile file = new RandomAccessFile(firstSegment().toFile(), "rw")) {
            file.setLength(file.length() / 2 + 100);
        }

        try (Spool spool = open()) {
            assertThat(numbers(spool)).isSorted().contains(1, RECORDS);
        }
    }

    @Test
    void shouldGoOnBehindDamageThatComesWhileItRuns() throws Exception {
        aSpoolOfRecords();
        try (Spool spool = open()) {
            overwrite(firstSegment(), 526 * 10 + 100, new byte[] {0});

            List<Integer> left = numbers(spool);

            assertThat(left).hasSize(RECORDS - 1).doesNotContain(11).contains(10, 12, RECORDS);
            assertThat(spool.state().setAside()).hasSize(1);
            assertThat(files(".*\\.damaged-\\d+")).hasSize(1);
        }
    }

    @Test
    void shouldSetAsideADirectoryThatIsNone() throws Exception {
        Files.write(dir(), new byte[] {1, 2, 3});

        try (Spool spool = open()) {
            spool.append(SpoolKind.READS, "P-101", value(1));
            assertThat(numbers(spool)).containsExactly(1);
            assertThat(spool.state().setAside()).singleElement().asString().startsWith("spool.unreadable-");
        }
    }

    @Test
    void shouldFinishASalvageThatAKillInterrupted() throws Exception {
        aSpoolOfRecords();
        Path segment = firstSegment();
        Files.move(segment, segment.resolveSibling(segment.getFileName() + ".salvage"));

        try (Spool spool = open()) {
            assertThat(numbers(spool)).hasSize(RECORDS);
        }
    }
}
