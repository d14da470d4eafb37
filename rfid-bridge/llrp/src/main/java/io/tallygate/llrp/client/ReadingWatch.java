package io.tallygate.llrp.client;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.tallygate.llrp.control.ControlException;
import io.tallygate.llrp.control.ReaderLook;
import io.tallygate.llrp.control.ReaderStatus;
import io.tallygate.llrp.control.SetupMessages;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.types.LLRPMessage;

/**
 * Sees to it that the reader reads. It may end, disable or lose our ROSpec, be told to by somebody else, or lose an antenna while
 * nobody was connected to hear of it: so what it says is believed, and every few seconds it is asked as well. A stopped ROSpec
 * is started again; one that does not start, or will not stay, ends the connection, and the whole set-up is played anew.
 *
 * <p>What it never answers, or answers with a refusal, it is not asked again. Something it is always asked, at last what it has
 * answered in its set-up: one that answers nothing any more while its reads go on is found out ({@link StandingQuestion}).
 */
final class ReadingWatch {

    private static final int MOST_RESTARTS = 5;
    private static final long RESTARTS_WITHIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Requests requests;
    private final StandingQuestion specs;
    private final StandingQuestion plugs;
    private final StandingQuestion capabilities;
    private final Consumer<ReaderEvent> listener;
    private final BiConsumer<DisconnectReason, String> whenLost;
    private final Tally tally;
    private final ScheduledFuture<?> clock;
    private final Map<Integer, Boolean> antennasSeen = new HashMap<>();
    private List<Integer> antennas;
    private SortedSet<Long> othersRunning = new TreeSet<>();
    private boolean restarting;
    private boolean paused;
    private int pauses;
    private int restarts;
    private long firstRestartNanos;

    ReadingWatch(
            EventLoop loop,
            Requests requests,
            ReaderSettings settings,
            Consumer<ReaderEvent> listener,
            BiConsumer<DisconnectReason, String> whenLost,
            Tally tally) {
        this.requests = requests;
        this.antennas = settings.antennas();
        this.listener = listener;
        this.whenLost = whenLost;
        this.tally = tally;
        Consumer<String> whenMute = detail -> whenLost.accept(DisconnectReason.ANSWERS_MISSED, detail);
        this.specs = new StandingQuestion(SetupMessages::getRoSpecs, requests, tally, false, whenMute);
        this.plugs = new StandingQuestion(SetupMessages::getAntennas, requests, tally, false, whenMute);
        this.capabilities = new StandingQuestion(SetupMessages::getCapabilities, requests, tally, true, whenMute);
        Duration every = settings.keepalivePeriod().multipliedBy(2);
        this.clock = loop.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        lookAtAntennas();
    }

    void stop() {
        clock.cancel(false);
    }

    /** Our ROSpec is being replaced: that it is gone is no fault, and a restart under way is of no use any more. */
    void pause() {
        paused = true;
        restarting = false;
        pauses++;
    }

    /** It has been replaced, and reads with those antennas: of each that is lost is told, whether it was before or not. */
    void resume(List<Integer> replaced) {
        paused = false;
        antennas = replaced;
        antennasSeen.clear();
        lookAtAntennas();
    }

    /** The reader says that a ROSpec runs or not. */
    void heard(ReaderEvent.RoSpecChanged event) {
        if (event.roSpecId() != SetupMessages.OUR_SPEC_ID) {
            SortedSet<Long> now = new TreeSet<>(othersRunning);
            boolean unused = event.started() ? now.add(event.roSpecId()) : now.remove(event.roSpecId());
            othersRun(now);
        } else if (!event.started()) {
            restart();
        }
    }

    private void othersRun(SortedSet<Long> now) {
        if (!now.equals(othersRunning)) {
            othersRunning = now;
            listener.accept(new ReaderEvent.OthersRun(Collections.unmodifiableSortedSet(now)));
        }
    }

    private void look() {
        if (paused) {
            return;
        }
        if (specs.isAsked() && !restarting) {
            int asked = pauses;
            specs.ask(answer -> ifStillSo(asked, () -> specs(answer)));
        }
        lookAtAntennas();
        if (!specs.isAsked() && !plugs.isAsked()) {
            // Nothing is to be learnt from it, but that the reader answers.
            capabilities.ask(answer -> {});
        }
    }

    /** What was asked of a ROSpec that has been replaced meanwhile tells nothing of the one that is there. */
    private void ifStillSo(int asked, Runnable action) {
        if (asked == pauses) {
            action.run();
        }
    }

    private void specs(byte[] answer) {
        var state = ReaderLook.roSpec(answer);
        if (state.isPresent()) {
            // One that ran before we came is told of by nobody.
            othersRun(ReaderLook.othersRunning(answer));
        } else {
            specs.drop();
        }
        state.ifPresent(found -> {
            switch (found) {
                case RUNNING -> {}
                case STOPPED -> stopped();
                case GONE -> whenLost.accept(DisconnectReason.READING_STOPPED, "the reader has lost our ROSpec");
            }
        });
    }

    private void stopped() {
        if (!restarting) {
            listener.accept(new ReaderEvent.RoSpecChanged(SetupMessages.OUR_SPEC_ID, false));
            restart();
        }
    }

    private void restart() {
        if (restarting || paused) {
            return;
        }
        long now = System.nanoTime();
        if (restarts == 0 || now - firstRestartNanos > RESTARTS_WITHIN_NANOS) {
            restarts = 0;
            firstRestartNanos = now;
        }
        if (++restarts > MOST_RESTARTS) {
            whenLost.accept(
                    DisconnectReason.READING_STOPPED, "our ROSpec stopped " + restarts + " times within a minute");
            return;
        }
        restarting = true;
        tally.readingRestarts.increment();
        // Enabling one that is enabled is refused by some readers and no harm: what counts is that it starts.
        int asked = pauses;
        var unused = requests.ask(SetupMessages.enableRoSpec())
                .whenComplete((ignored, failure) -> ifStillSo(asked, this::start));
    }

    private void start() {
        int asked = pauses;
        var unused = requests.ask(SetupMessages.startRoSpec())
                .whenComplete((answer, failure) -> ifStillSo(asked, () -> started(answer, failure)));
    }

    private void started(@Nullable LLRPMessage answer, @Nullable Throwable failure) {
        restarting = false;
        if (answer != null && isSuccess(answer)) {
            listener.accept(new ReaderEvent.RoSpecChanged(SetupMessages.OUR_SPEC_ID, true));
        } else {
            whenLost.accept(
                    DisconnectReason.READING_STOPPED,
                    "our ROSpec does not start again: "
                            + (answer == null ? String.valueOf(failure) : answer.getName()));
        }
    }

    private static boolean isSuccess(LLRPMessage answer) {
        try {
            return ReaderStatus.of(answer).isSuccess();
        } catch (ControlException unreadable) {
            return false;
        }
    }

    private void lookAtAntennas() {
        if (plugs.isAsked()) {
            plugs.ask(this::antennas);
        }
    }

    /** Only what has changed is told: some readers call an antenna absent that reads well, and its reads then speak for it. */
    private void antennas(byte[] answer) {
        Map<Integer, Boolean> now = ReaderLook.antennas(answer);
        if (now.isEmpty()) {
            plugs.drop();
        }
        now.forEach((antenna, connected) -> {
            Boolean before = antennasSeen.put(antenna, connected);
            boolean changed = before == null ? !connected : !before.equals(connected);
            if (changed && (antennas.isEmpty() || antennas.contains(antenna))) {
                listener.accept(new ReaderEvent.AntennaChanged(antenna, connected));
            }
        });
    }
}
