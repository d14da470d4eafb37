package io.tallygate.bench.gate;

import io.tallygate.gate.ledger.PortalPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One run: readers, gate and echo, a warm-up that does not count, then the measurement. */
public final class GateLatencyRun {
    public static final int READERS = 10;
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final Samples alarms = new Samples();
    private final Samples echoes = new Samples();

    /**
     * What a run gave.
     *
     * @param readsPerSecond taken by the gate, over all readers
     * @param unanswered alarms that never came
     * @param unexpected alarms that should not have come
     */
    public record Figures(Samples alarms, Samples echoes, double readsPerSecond, int unanswered, long unexpected) {}

    public Figures run(Duration warmUp, Duration measured) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("gate-latency");
        List<LoadedReader> readers = new ArrayList<>();
        try (EchoPeer echo = new EchoPeer(echoes);
                BenchGate gate = new BenchGate(home)) {
            for (int number = 0; number < READERS; number++) {
                LoadedReader reader =
                        new LoadedReader(number, BenchGate.plan(number, 1).layout(), alarms);
                readers.add(reader);
                PortalPlan plan = BenchGate.plan(number, reader.port());
                gate.watch(plan);
            }
            gate.awaitReady();
            drive(readers, echo, warmUp);
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            readers.forEach(LoadedReader::beginAnew);
            alarms.clear();
            echoes.clear();
            long before = gate.reads();
            long started = System.nanoTime();
            drive(readers, echo, measured);
            double seconds = (System.nanoTime() - started) / 1e9;
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            return new Figures(
                    alarms,
                    echoes,
                    (gate.reads() - before) / seconds,
                    readers.stream().mapToInt(LoadedReader::unanswered).sum(),
                    readers.stream().mapToLong(LoadedReader::unexpected).sum());
        } finally {
            readers.forEach(LoadedReader::close);
            delete(home);
        }
    }

    /** Every reader reports every 10 ms, each a millisecond after the one before; the echo gets what the first one sent. */
    private static void drive(List<LoadedReader> readers, EchoPeer echo, Duration time) {
        long startNanos = System.nanoTime();
        long startUs = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long rounds = time.toNanos() / 1000 / LoadedReader.REPORT_EVERY_US;
        long stepUs = LoadedReader.REPORT_EVERY_US / (readers.size() + 1);
        for (long round = 0; round < rounds; round++) {
            long roundUs = round * LoadedReader.REPORT_EVERY_US;
            byte[] sent = {};
            for (int i = 0; i < readers.size(); i++) {
                waitUntil(startNanos + (roundUs + i * stepUs) * 1000);
                sent = readers.get(i).report(startUs + roundUs);
            }
            waitUntil(startNanos + (roundUs + readers.size() * stepUs) * 1000);
            echo.send(sent);
        }
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
