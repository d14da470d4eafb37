package io.tallygate.gate.portal;

import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.llrp.client.GpoOutcome;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portal's horn: on at once, off when the alarm time of the latest alarm has passed. What it should be is kept here, and
 * asserted again whenever the reader returns or has not answered. Lives on the reader's event loop.
 */
final class AlarmOutput {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmOutput.class);
    private static final long RETRY_MS = 500;

    private final Supplier<PortalPlan> plan;
    private final GpoWriter gpo;
    private final ScheduledExecutorService loop;
    private volatile boolean sounding;
    private long silentAtNanos;
    private int soundingPort;
    private int generation;

    AlarmOutput(Supplier<PortalPlan> plan, GpoWriter gpo, ScheduledExecutorService loop) {
        this.plan = plan;
        this.gpo = gpo;
        this.loop = loop;
    }

    /** Whether the horn should be sounding; from any thread. */
    boolean isSounding() {
        return sounding;
    }

    /** The write is with the socket when this returns. */
    void sound() {
        soundingPort = plan.get().alarmPort();
        write(true);
        sounding = true;
        silentAtNanos = System.nanoTime() + plan.get().alarmTime().toNanos();
        generation++;
        silenceLater(generation, plan.get().alarmTime().toNanos());
    }

    /** The reader is there (again): it may have forgotten, or have been left sounding by a process that was killed. */
    void assertAgain() {
        if (!sounding) {
            soundingPort = plan.get().alarmPort();
        }
        write(sounding);
    }

    void silence() {
        if (sounding) {
            sounding = false;
            write(false);
        }
    }

    private void silenceLater(int ofGeneration, long nanos) {
        var unused = loop.schedule(
                () -> {
                    if (ofGeneration == generation && System.nanoTime() - silentAtNanos >= 0) {
                        silence();
                    }
                },
                nanos,
                TimeUnit.NANOSECONDS);
    }

    private void write(boolean on) {
        int port = soundingPort;
        var unused = gpo.write(port, on).thenAccept(outcome -> written(port, on, outcome));
    }

    private void written(int port, boolean on, GpoOutcome outcome) {
        switch (outcome) {
            case GpoOutcome.Switched switched -> LOG.debug("output {} is {}", port, on ? "on" : "off");
            case GpoOutcome.Rejected rejected ->
                LOG.error(
                        "the reader of {} rejects its alarm output {}: {}",
                        plan.get().code(),
                        port,
                        rejected.status());
            // Asserted again by the next onReady.
            case GpoOutcome.NotReady notReady ->
                LOG.warn(
                        "the reader of {} is away; its output {} waits",
                        plan.get().code(),
                        port);
            case GpoOutcome.Unanswered unanswered -> retry(on);
        }
    }

    private void retry(boolean on) {
        var unused = loop.schedule(
                () -> {
                    if (sounding == on) {
                        write(on);
                    }
                },
                RETRY_MS,
                TimeUnit.MILLISECONDS);
    }
}
