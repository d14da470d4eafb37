package io.tallygate.gate.portal;

import io.tallygate.gate.health.PortalWarnings;
import io.tallygate.gate.ledger.PortalPlan;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the horn does sound: what the reader says of its output ends at the output, and a cut wire or a dead horn are behind it. A
 * contact of the horn itself, wired back to an input, must go high within {@link #PATIENCE_MS} of the output being switched on. A
 * horn may pulse, and its contact with it, so that one high in that time is enough. Once the output is off the contact must fall:
 * one that stands high would vouch for a dead horn. Lives on the reader's event loop.
 */
final class HornFeedback {
    static final long PATIENCE_MS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(HornFeedback.class);
    private static final String SILENT = "HORN_SILENT";
    private static final String FAULT = "HORN_FEEDBACK_FAULT";

    private final Supplier<PortalPlan> plan;
    private final ReaderInputs inputs;
    private final PortalWarnings warnings;
    private final ScheduledExecutorService loop;
    /** The input that is watched; 0 while none is, or no reader is there. */
    private int port;

    private @Nullable Boolean expected;
    private @Nullable Boolean lastTold;
    private boolean standsHigh;
    private int generation;
    private String refusal = "";

    HornFeedback(
            Supplier<PortalPlan> plan, ReaderInputs inputs, PortalWarnings warnings, ScheduledExecutorService loop) {
        this.plan = plan;
        this.inputs = inputs;
        this.warnings = warnings;
        this.loop = loop;
    }

    /** The reader is ready, or the portal is wired otherwise. What is found out of the horn stands until it is found otherwise. */
    void begin() {
        end();
        port = plan.get().hornFeedback();
        if (port == 0) {
            standsHigh = false;
            warnings.over(SILENT);
            warnings.over(FAULT);
            return;
        }
        var unused = inputs.watch(port)
                .thenAccept(why -> refusal = why.map(words -> "; the reader would not watch it: " + words)
                        .orElse(""));
    }

    /** The reader is gone: nothing is known, and nothing expected. */
    void end() {
        port = 0;
        expected = null;
        lastTold = null;
        refusal = "";
        generation++;
    }

    /** The output is being switched. The same again changes nothing: a horn that sounds already makes its contact rise no second time. */
    void expect(boolean on) {
        if (port == 0 || expected != null && expected == on) {
            return;
        }
        expected = on;
        int asked = ++generation;
        var unused = loop.schedule(() -> judge(asked, on), patienceMs(), TimeUnit.MILLISECONDS);
    }

    /** A horn that sounds for a second only must be judged before it is off again. */
    private long patienceMs() {
        return Math.min(PATIENCE_MS, plan.get().alarmTime().toMillis() * 3 / 4);
    }

    /** The reader tells of an input. */
    void told(int input, boolean high) {
        if (port == 0 || input != port) {
            return;
        }
        lastTold = high;
        if (expected == null) {
            return;
        }
        if (high && expected) {
            heard();
        } else if (!high) {
            fell();
        }
    }

    private void heard() {
        generation++;
        warnings.over(SILENT);
    }

    private void fell() {
        standsHigh = false;
        warnings.over(FAULT);
    }

    /** Time is up, and no change has settled it: the reader is asked how the input is. */
    private void judge(int asked, boolean on) {
        if (asked != generation) {
            return;
        }
        var unused = inputs.read(port).thenAccept(said -> {
            if (asked == generation) {
                Optional<Boolean> high = said.or(() -> Optional.ofNullable(lastTold));
                if (on) {
                    judgeSounding(high);
                } else {
                    judgeSilent(high);
                }
            }
        });
    }

    private void judgeSounding(Optional<Boolean> high) {
        if (high.isPresent() && high.get()) {
            if (!standsHigh) {
                heard();
            }
            return;
        }
        String what = high.isPresent()
                ? "input " + port + " has not gone high within " + patienceMs() + " ms of the output"
                : "nothing is told of input " + port + " within " + patienceMs() + " ms of the output" + refusal;
        log(SILENT, what);
        // Only the next alarm can show that it is mended.
        warnings.endures(SILENT, what);
    }

    private void judgeSilent(Optional<Boolean> high) {
        if (high.isPresent() && !high.get()) {
            fell();
            return;
        }
        standsHigh = high.isPresent();
        String what = standsHigh
                ? "input " + port + " is high while the output is off"
                : "the reader does not say how input " + port + " is" + refusal;
        log(FAULT, what);
        warnings.stands(FAULT, what);
    }

    private void log(String code, String what) {
        LOG.error("horn of {}: {} ({})", plan.get().code(), what, code);
    }
}
