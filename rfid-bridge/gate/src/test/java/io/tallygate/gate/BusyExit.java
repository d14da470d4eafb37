package io.tallygate.gate;

import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.SimulatedReader;
import io.tallygate.simulator.TagRead;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An exit through which one tag after the other is carried while a gate watches, the next one when the horn has sounded for the one
 * before: an alarm does not say whose it is. A tag whose passage the gate has not watched from beginning to end is given up.
 *
 * <p>Nobody hears of a crossing that is no alarm. So half a second before each tag that has the horn sound another is carried that has
 * not, out under a permit or back in, by turns: a reader's reads are judged in their order, and an alarm tells that all before it is
 * decided.
 */
final class BusyExit implements AutoCloseable {
    private static final double RUNNING = 3;
    private static final long PAUSE_MS = 250;
    private static final String COMPANION = "3414257BF5";
    private static final String STRANGER = "E2801160600002054C1A0001";
    private static final String NOBODY = "";
    private static final long AHEAD_MICROS = 500_000;
    /** A machine that stumbles may take a second or two. */
    private static final long ALARM_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** More than are carried in the time. */
    private static final int COMPANIONS = 64;

    private final int number;
    private final SimulatedReader reader = SimulatedReader.start(0);
    private final Set<String> alarmed = ConcurrentHashMap.newKeySet();
    private final Thread walking = Thread.ofPlatform().daemon().unstarted(this::walk);
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private volatile String carried = NOBODY;
    private volatile @Nullable String companion;
    private volatile boolean stopping;

    /** @param heard called on the reader's event loop for every alarm */
    BusyExit(int number, Runnable heard) {
        this.number = number;
        reader.gpo().watch(change -> {
            if (change.on()) {
                soundedFor(carried, companion);
                heard.run();
            }
        });
    }

    private void soundedFor(String epc, @Nullable String before) {
        if (epc.equals(NOBODY)) {
            return;
        }
        if (before != null) {
            decided.add(before);
        }
        alarmed.add(epc);
    }

    String portal() {
        return "K-" + number;
    }

    int port() {
        return reader.port();
    }

    /** Tells of the tags that do not alarm here. */
    void enrol(TestLedger ledger) {
        for (int tag = 1; tag <= COMPANIONS; tag++) {
            ledger.item(companion(tag), (isPermitted(companion(tag)) ? "permitted-" : "back-") + number);
        }
        ledger.permit("permit-" + number, "permitted-" + number, portal(), PermitState.ACTIVE);
    }

    void start() {
        walking.start();
    }

    /** Returns after the last alarm. */
    void stop() {
        stopping = true;
        try {
            walking.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isWatched() {
        return reader.state().connected() && reader.state().reading();
    }

    /** The tags whose alarm the reader has got. */
    Set<String> alarmed() {
        return Set.copyOf(alarmed);
    }

    /** The tags that had no alarm and were decided before one was heard. */
    Set<String> decided() {
        return Set.copyOf(decided);
    }

    /** Whether the tag never alarms; any other is not registered. */
    static boolean isCompanion(String epc) {
        return epc.startsWith(COMPANION);
    }

    /** Whether the companion is carried out, and may be. */
    static boolean isPermitted(String epc) {
        return Long.parseLong(epc.substring(COMPANION.length()), 16) % 2 == 0;
    }

    private String companion(int tag) {
        return COMPANION + "%014X".formatted(((long) number << 32) + tag);
    }

    private void walk() {
        for (int tag = 1; !stopping; tag++) {
            while (!takesReports() && !stopping) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            companion = null;
            carried = "3414257BF4%014X".formatted(((long) number << 32) + tag);
            carry(tag);
            awaitAlarm();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
        }
    }

    private void awaitAlarm() {
        long until = System.nanoTime() + ALARM_WITHIN_NANOS;
        while (isWatched() && !alarmed.contains(carried) && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        carried = NOBODY;
    }

    /** Tried with a stranger's tag: a report held back until the gate is ready would be heard while the next tag is carried. */
    private boolean takesReports() {
        long before = reader.state().reportsSent();
        reader.report(TagRead.of(STRANGER, 1, -60));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        return isWatched() && reader.state().reportsSent() > before;
    }

    private void carry(int tag) {
        if (tag > COMPANIONS) {
            report(reads(carried, Direction.OUT, tag, 0), "");
            return;
        }
        Direction direction = isPermitted(companion(tag)) ? Direction.OUT : Direction.IN;
        List<Passage.TimedRead> reads = new ArrayList<>(reads(companion(tag), direction, tag, 0));
        reads.addAll(reads(carried, Direction.OUT, tag, AHEAD_MICROS));
        reads.sort(Comparator.comparingLong(Passage.TimedRead::offsetMicros));
        report(reads, companion(tag));
    }

    private static List<Passage.TimedRead> reads(String epc, Direction direction, int seed, long fromMicros) {
        return new Passage(epc, null, direction, RUNNING, seed)
                .reads().stream()
                        .map(next -> new Passage.TimedRead(fromMicros + next.offsetMicros(), next.read()))
                        .toList();
    }

    /** Each read says when it was due: a machine that stumbles does not make a runner of another gait. */
    private void report(List<Passage.TimedRead> reads, String leading) {
        long begun = System.nanoTime();
        long begunMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long lastOfLeading = reads.stream()
                .filter(next -> next.read().epc().equals(leading))
                .mapToLong(Passage.TimedRead::offsetMicros)
                .max()
                .orElse(Long.MAX_VALUE);
        for (Passage.TimedRead next : reads) {
            for (long left = 1; left > 0; left = begun + next.offsetMicros() * 1000 - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (!isWatched()) {
                return;
            }
            TagRead read = next.read();
            reader.report(
                    new TagRead(read.epc(), read.antenna(), read.rssiDbm(), begunMicros + next.offsetMicros(), null));
            if (next.offsetMicros() >= lastOfLeading) {
                companion = leading;
            }
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
