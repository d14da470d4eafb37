package io.tallygate.llrp.client;

import io.tallygate.llrp.control.PowerLook;
import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.ReaderStatus;
import io.tallygate.llrp.control.SetupMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.ConnectionAttemptStatusType;
import org.llrp.ltk.generated.parameters.ConnectionAttemptEvent;
import org.llrp.ltk.types.LLRPMessage;

/**
 * Takes a reader through the set-up, one answered step after the other, or ends the connection naming the step. What a reader refuses
 * is asked for more simply where there is a simpler way, and noted.
 */
final class ReaderSetup {

    private static final SetupStep[] STEPS = SetupStep.values();

    private final Requests requests;
    private final Learned learned;
    private final BiConsumer<DisconnectReason, String> whenFailed;
    private final VersionNegotiation version;
    private final VendorExtensions extensions;
    private final List<ReaderEvent.TakesLess> takesLess = new ArrayList<>();
    private Consumer<ReaderSetup> whenDone = done -> {};
    private Runnable whenConfigured = () -> {};
    private ReaderSettings settings;
    private @Nullable ReaderCapabilities capabilities;
    private String refusedExtended = "";
    private boolean begun;
    private boolean done;
    private boolean replacing;

    ReaderSetup(
            ReaderSettings settings,
            Requests requests,
            Learned learned,
            BiConsumer<DisconnectReason, String> whenFailed) {
        this.settings = settings;
        this.requests = requests;
        this.learned = learned;
        this.whenFailed = whenFailed;
        this.version = new VersionNegotiation(requests, learned, this::askCapabilities);
        this.extensions = new VendorExtensions(settings, requests, learned);
    }

    boolean isBegun() {
        return begun;
    }

    boolean isDone() {
        return done;
    }

    /** Whether our ROSpec is being replaced: for so long the reader does not read, and says so. */
    boolean isReplacing() {
        return replacing;
    }

    /** Whether the reader was, or is being, set up like that. */
    boolean isFor(ReaderSettings wanted) {
        return settings.equals(wanted);
    }

    /** What the reader answered; only once {@link #isDone}. */
    ReaderCapabilities capabilities() {
        return Objects.requireNonNull(capabilities);
    }

    /** What it refused on the way. */
    List<ReaderEvent.TakesLess> takesLess() {
        return List.copyOf(takesLess);
    }

    /** The connection has ended. */
    void ended() {
        version.ended();
        if (replacing) {
            // What was refused of the new one has not been told yet; so it must be found out again.
            learned.speakRichest();
        }
        extensions.ended(done);
    }

    /**
     * The reader says whether it takes us. A second greeting on the same connection tells of another client's attempt.
     *
     * @param ready called when every step is through
     * @param configured called as soon as the reader has taken its configuration, KEEPALIVE included
     */
    void greeted(ConnectionAttemptEvent greeting, Consumer<ReaderSetup> ready, Runnable configured) {
        begun = true;
        if (greeting.getStatus().intValue() != ConnectionAttemptStatusType.Success) {
            whenFailed.accept(DisconnectReason.REFUSED_BY_READER, "the reader said " + greeting.getStatus());
            return;
        }
        whenDone = ready;
        whenConfigured = configured;
        version.begin();
    }

    /**
     * Puts another ROSpec in the place of ours, and our AccessSpec back beside it, which some readers drop with its ROSpec. The rest
     * of the reader's configuration stays as it is. Only once {@link #isDone}, and not while {@link #isReplacing}.
     *
     * @param replaced called when the reader reads again
     */
    void replace(ReaderSettings changed, Consumer<ReaderSetup> replaced) {
        settings = changed;
        replacing = true;
        whenDone = replaced;
        takesLess.clear();
        refusedExtended = "";
        learned.speakRichest();
        if (hasAntennas(capabilities())) {
            step(0);
        }
    }

    private void askCapabilities() {
        ask("GET_READER_CAPABILITIES", SetupMessages.getCapabilities(), this::takeCapabilities);
    }

    private void takeCapabilities(LLRPMessage answer) {
        ReaderStatus status = ReaderStatus.of(answer);
        if (!status.isSuccess()) {
            fail("GET_READER_CAPABILITIES", status);
            return;
        }
        ReaderCapabilities reader = ReaderCapabilities.of(answer);
        capabilities = reader;
        if (hasAntennas(reader)) {
            extensions.begin(reader, () -> step(0));
        }
    }

    /** Ends the connection where it has not. */
    private boolean hasAntennas(ReaderCapabilities reader) {
        List<Integer> missing = settings.antennas().stream()
                .filter(antenna -> antenna > reader.antennas())
                .toList();
        if (!missing.isEmpty()) {
            whenFailed.accept(
                    DisconnectReason.ANTENNAS_MISSING,
                    "antennas " + missing + " asked for, the reader has " + reader.antennas());
        }
        return missing.isEmpty();
    }

    private void step(int number) {
        int next = number;
        while (next < STEPS.length && !applies(STEPS[next])) {
            next++;
        }
        if (next == STEPS.length) {
            finish();
            return;
        }
        int taken = next;
        SetupStep step = STEPS[taken];
        ask(step.name(), step.request(settings, capabilities(), learned), answer -> answered(taken, answer));
    }

    private boolean applies(SetupStep step) {
        return step.applies(capabilities(), learned) && !(replacing && step == SetupStep.SET_READER_CONFIG);
    }

    private void answered(int number, LLRPMessage answer) {
        SetupStep step = STEPS[number];
        ReaderStatus status = ReaderStatus.of(answer);
        if (!status.isSuccess()) {
            rejected(number, status);
            return;
        }
        if (step == SetupStep.SET_READER_CONFIG) {
            whenConfigured.run();
        }
        step(number + 1);
    }

    private void rejected(int number, ReaderStatus status) {
        SetupStep step = STEPS[number];
        switch (step.rejection()) {
            case IS_HARMLESS -> step(number + 1);
            case LEAVES_TID_OUT -> {
                note("NO_TID", step, status);
                learned.readsNoTid();
                step(number + 1);
            }
            case ASKS_FOR_LESS -> {
                if (learned.isKeepaliveOnly()) {
                    fail(step.name(), status);
                    return;
                }
                note("REDUCED_CONFIGURATION", step, status);
                learned.takesKeepaliveOnly();
                step(number);
            }
            case ASKS_FOR_ANOTHER_DIALECT -> specRejected(step, status);
        }
    }

    /** Which parameter was too much many readers do not say: each dialect is tried with the maker's extensions, then without. */
    private void specRejected(SetupStep step, ReaderStatus status) {
        if (learned.asksForCarrier()) {
            learned.asksForNoCarrier();
            refusedExtended = step + " rejected: " + status.describe();
            step(0);
            return;
        }
        note("REDUCED_ROSPEC", step, status);
        refusedExtended = "";
        if (learned.speakSimpler()) {
            step(0);
        } else {
            fail(step.name(), status);
        }
    }

    private void note(String what, SetupStep step, ReaderStatus status) {
        takesLess.add(new ReaderEvent.TakesLess(what, step + " rejected: " + status.describe()));
    }

    private void fail(String step, ReaderStatus status) {
        whenFailed.accept(DisconnectReason.SETUP_REJECTED, step + " rejected: " + status.describe());
    }

    private void finish() {
        if (!done) {
            for (int port = 1; port <= Math.min(capabilities().outputs(), 16); port++) {
                requests.prepareGpo(port);
            }
            requests.tell(SetupMessages.enableEventsAndReports());
        }
        PowerLook.differences(SetupStep.plan(settings, capabilities(), learned))
                .ifPresent(words -> takesLess.add(new ReaderEvent.TakesLess("TRANSMIT_POWER", words)));
        if (!refusedExtended.isEmpty()) {
            extensions.leftOut(refusedExtended);
        }
        done = true;
        replacing = false;
        whenDone.accept(this);
    }

    private void ask(String step, LLRPMessage request, Consumer<LLRPMessage> next) {
        var unused = requests.ask(request).whenComplete((answer, failure) -> {
            if (answer == null) {
                whenFailed.accept(DisconnectReason.SETUP_TIMEOUT, step + ": " + String.valueOf(failure));
                return;
            }
            try {
                next.accept(answer);
            } catch (RuntimeException e) {
                // A set-up that stops without a word would leave the gate blind behind an open connection.
                whenFailed.accept(DisconnectReason.MALFORMED_MESSAGE, step + ": " + e);
            }
        });
    }
}
