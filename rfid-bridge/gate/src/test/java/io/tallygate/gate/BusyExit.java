package io.tallygate.gate;

import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.SimulatedReader;
import io.tallygate.simulator.TagRead;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An exit through which one tag after the other is carried while a gate watches. A tag whose passage the gate has not watched
 * from beginning to end is given up: its reads would come later and their alarm could not be told from the next one's.
 */
final class BusyExit implements AutoCloseable {
    private static final double RUNNING = 3;
    private static final long PAUSE_MS = 250;
    private static final String STRANGER = "E2801160600002054C1A0001";

    private final int number;
    private final SimulatedReader reader = SimulatedReader.start(0);
    private final Set<String> alarmed = ConcurrentHashMap.newKeySet();
    private final Thread walking = Thread.ofPlatform().daemon().unstarted(this::walk);
    private volatile String carried = "";
    private volatile boolean stopping;

    /** @param heard called on the reader's event loop for every alarm */
    BusyExit(int number, Runnable heard) {
        this.number = number;
        reader.gpo().watch(change -> {
            if (change.on()) {
                alarmed.add(carried);
                heard.run();
            }
        });
    }

    String portal() {
        return "K-" + number;
    }

    int port() {
        return reader.port();
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

    private void walk() {
        for (int tag = 1; !stopping; tag++) {
            while (!takesReports() && !stopping) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            carried = "3414257BF4%014X".formatted(((long) number << 32) + tag);
            carry(new Passage(carried, null, Direction.OUT, RUNNING, tag));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
        }
    }

    /** Tried with a stranger's tag: a report held back until the gate is ready would be heard while the next tag is carried. */
    private boolean takesReports() {
        long before = reader.state().reportsSent();
        reader.report(TagRead.of(STRANGER, 1, -60));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        return isWatched() && reader.state().reportsSent() > before;
    }

    private void carry(Passage passage) {
        long begun = System.nanoTime();
        for (Passage.TimedRead next : passage.reads()) {
            for (long left = 1; left > 0; left = begun + next.offsetMicros() * 1000 - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (!isWatched()) {
                return;
            }
            reader.report(next.read());
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
