package io.tallygate.bench.gate;

import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.Zone;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One run: readers, gate and echo, a warm-up that does not count, then the measurement. */
public final class GateLatencyRun {
    public static final int READERS = 10;
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final int KAFKA_ROUNDS = 1_000;

    private static final PortalLayout LAYOUT =
            new PortalLayout("L", Map.of(1, Zone.INSIDE, 2, Zone.INSIDE, 3, Zone.OUTSIDE, 4, Zone.OUTSIDE));

    private final Samples alarms = new Samples();
    private final Samples echoes = new Samples();

    /**
     * What a run gave.
     *
     * @param kafka how long the same bytes take through the broker, end to end
     * @param readsPerSecond sent to the bridge, over all readers
     * @param processorShare of one processor, taken by the bridge
     * @param insideP50Us from the report's arrival in the bridge to the write's hand-over to the socket, by its own metric
     * @param processorWait share of the time in which something on this machine waited for a processor; NaN where the system does
     *     not say. It bounds the tail, of the alarms as of the echo
     * @param unanswered alarms that never came
     * @param unexpected alarms that should not have come
     */
    public record Figures(
            Samples alarms,
            Samples echoes,
            Samples kafka,
            double readsPerSecond,
            double processorShare,
            double insideP50Us,
            double insideP99Us,
            double processorWait,
            int unanswered,
            long unexpected) {}

    public Figures run(Duration warmUp, Duration measured) throws IOException, InterruptedException {
        List<LoadedReader> readers = new ArrayList<>();
        try (EchoPeer echo = new EchoPeer(echoes);
                BenchStack stack = new BenchStack()) {
            for (int number = 0; number < READERS; number++) {
                LoadedReader reader = new LoadedReader(number, LAYOUT, alarms);
                readers.add(reader);
                stack.watch("L-" + number, reader.port());
            }
            BenchStack.await("a reader", () -> readers.stream().allMatch(LoadedReader::isWatched));
            Duration measuredFrom = warmUp.plus(SETTLING);
            readers.forEach(reader -> reader.plan(0, rounds(warmUp)));
            readers.forEach(
                    reader -> reader.plan(TimeUnit.NANOSECONDS.toMicros(measuredFrom.toNanos()), rounds(measured)));
            Start start = Start.now();
            drive(readers, echo, start, warmUp);
            Start again = start.later(measuredFrom);
            waitUntil(again.nanos());
            readers.forEach(LoadedReader::beginAnew);
            alarms.clear();
            echoes.clear();
            long before = stack.state().processorNanos();
            ProcessorWait wait = ProcessorWait.fromNow();
            long started = System.nanoTime();
            byte[] sent = drive(readers, echo, again, measured);
            double waited = wait.share();
            double seconds = (System.nanoTime() - started) / 1e9;
            BenchStack.State after = stack.state();
            double share = (after.processorNanos() - before) / 1e9 / seconds;
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            long reads = READERS * LoadedReader.TAGS * rounds(measured);
            // Afterwards: the broker's part would else be in the way of the alarms.
            Samples kafka = KafkaPeer.measure(stack.kafka(), sent, KAFKA_ROUNDS);
            return new Figures(
                    alarms,
                    echoes,
                    kafka,
                    reads / seconds,
                    share,
                    after.alarmP50Us(),
                    after.alarmP99Us(),
                    waited,
                    readers.stream().mapToInt(LoadedReader::unanswered).sum(),
                    readers.stream().mapToLong(LoadedReader::unexpected).sum());
        } finally {
            readers.forEach(LoadedReader::close);
        }
    }

    /**
     * The same moment on two clocks.
     *
     * @param us since 1970
     */
    private record Start(long nanos, long us) {
        static Start now() {
            return new Start(System.nanoTime(), ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        }

        Start later(Duration by) {
            return new Start(nanos + by.toNanos(), us + TimeUnit.NANOSECONDS.toMicros(by.toNanos()));
        }
    }

    private static long rounds(Duration time) {
        return TimeUnit.NANOSECONDS.toMicros(time.toNanos()) / LoadedReader.REPORT_EVERY_US;
    }

    /**
     * Every reader reports every 10 ms, each a millisecond after the one before; the echo gets what the last one sent.
     *
     * @return the last report
     */
    private static byte[] drive(List<LoadedReader> readers, EchoPeer echo, Start start, Duration time) {
        long rounds = rounds(time);
        long stepUs = LoadedReader.REPORT_EVERY_US / (readers.size() + 1);
        byte[] sent = {};
        for (long round = 0; round < rounds; round++) {
            long roundUs = round * LoadedReader.REPORT_EVERY_US;
            for (int i = 0; i < readers.size(); i++) {
                waitUntil(start.nanos() + (roundUs + i * stepUs) * 1000);
                sent = readers.get(i).report(start.us() + roundUs);
            }
            waitUntil(start.nanos() + (roundUs + readers.size() * stepUs) * 1000);
            echo.send(sent);
        }
        return sent;
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
