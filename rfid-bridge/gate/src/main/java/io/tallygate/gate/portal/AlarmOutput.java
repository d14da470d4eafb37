package io.tallygate.gate.portal;

import io.tallygate.gate.health.PortalWarnings;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.llrp.client.GpoOutcome;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The portal's horn: on at once, off when the alarm time of the latest alarm has passed. What it should be is kept here, and
 * asserted again whenever the reader returns, has not answered, or says that it is otherwise. Lives on the reader's event loop.
 */
final class AlarmOutput {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmOutput.class);
    private static final long RETRY_MS = 500;
    private static final String FAULT = "ALARM_OUTPUT_FAULT";

    private final Supplier<PortalPlan> plan;
    private final ReaderOutputs gpo;
    private final HornFeedback feedback;
    private final PortalWarnings warnings;
    private final ScheduledExecutorService loop;
    private volatile boolean sounding;
    private long silentAtNanos;
    private int soundingPort;
    private int generation;

    AlarmOutput(
            Supplier<PortalPlan> plan,
            ReaderOutputs gpo,
            HornFeedback feedback,
            PortalWarnings warnings,
            ScheduledExecutorService loop) {
        this.plan = plan;
        this.gpo = gpo;
        this.feedback = feedback;
        this.warnings = warnings;
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
        int port = plan.get().alarmPort();
        if (!sounding && port != soundingPort) {
            boolean another = soundingPort != 0;
            soundingPort = port;
            if (another) {
                // What was found out of the old one tells nothing of this one.
                warnings.over(FAULT);
            }
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
        // Not only once the write is answered: the contact may be told of before that.
        feedback.expect(on);
    }

    private void written(int port, boolean on, GpoOutcome outcome) {
        switch (outcome) {
            case GpoOutcome.Switched switched -> confirm(port, on);
            case GpoOutcome.Rejected rejected ->
                fault(port, "the reader rejects it: " + rejected.status().describe());
            // Asserted again by the next onReady.
            case GpoOutcome.NotReady notReady ->
                LOG.warn(
                        "the reader of {} is away; its output {} waits",
                        plan.get().code(),
                        port);
            case GpoOutcome.Unanswered unanswered -> {
                fault(port, "the reader does not answer: " + unanswered.detail());
                retry(on);
            }
        }
    }

    /** A reader that says yes is asked what it has done: an alarm that nobody hears is worse than a fault that somebody sees. */
    private void confirm(int port, boolean on) {
        var unused = gpo.read(port).thenAccept(state -> {
            if (sounding != on) {
                // Switched over meanwhile: this answer may be of either state.
                return;
            }
            if (state.isPresent() && state.get() != on) {
                differs(port, on);
                retry(on);
            } else if (on || !warnings.isEnduring(FAULT)) {
                warnings.over(FAULT);
            }
        });
    }

    /** One that did not go on is not mended by being off: only the next alarm can show that it is. */
    private void differs(int port, boolean on) {
        String what = "the reader says it is " + (on ? "off" : "on") + " after being switched";
        fault(port, what);
        if (on) {
            warnings.endures(FAULT, "output " + port + ": " + what);
        }
    }

    private void fault(int port, String what) {
        LOG.error("alarm output {} of {}: {}", port, plan.get().code(), what);
        warnings.stands(FAULT, "output " + port + ": " + what);
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
