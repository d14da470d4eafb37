package io.tallygate.llrp.client;

import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.ReaderStatus;
import io.tallygate.llrp.control.SetupMessages;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.ConnectionAttemptStatusType;
import org.llrp.ltk.generated.parameters.ConnectionAttemptEvent;
import org.llrp.ltk.types.LLRPMessage;

/** Takes a reader through the set-up, one answered step after the other, or ends the connection naming the step. */
final class ReaderSetup {

    private static final SetupStep[] STEPS = SetupStep.values();

    private final ReaderSettings settings;
    private final Requests requests;
    private final BiConsumer<DisconnectReason, String> whenFailed;
    private Consumer<ReaderSetup> whenDone = done -> {};
    private Runnable whenConfigured = () -> {};
    private @Nullable ReaderCapabilities capabilities;
    private boolean begun;
    private boolean done;

    ReaderSetup(ReaderSettings settings, Requests requests, BiConsumer<DisconnectReason, String> whenFailed) {
        this.settings = settings;
        this.requests = requests;
        this.whenFailed = whenFailed;
    }

    boolean isBegun() {
        return begun;
    }

    boolean isDone() {
        return done;
    }

    /** What the reader answered; only once {@link #isDone}. */
    ReaderCapabilities capabilities() {
        return Objects.requireNonNull(capabilities);
    }

    /**
     * The reader says whether it takes us. A second greeting on the same connection tells of another client's attempt.
     *
     * @param ready called when every step is through
     * @param configured called as soon as the reader has taken its configuration, KEEPALIVE included
     */
    void greeted(ConnectionAttemptEvent greeting, Consumer<ReaderSetup> ready, Runnable configured) {
        if (begun) {
            return;
        }
        begun = true;
        if (greeting.getStatus().intValue() != ConnectionAttemptStatusType.Success) {
            whenFailed.accept(DisconnectReason.REFUSED_BY_READER, "the reader said " + greeting.getStatus());
            return;
        }
        whenDone = ready;
        whenConfigured = configured;
        ask("GET_READER_CAPABILITIES", SetupMessages.getCapabilities(), this::takeCapabilities);
    }

    private void takeCapabilities(LLRPMessage answer) {
        requireSuccess("GET_READER_CAPABILITIES", answer, () -> {
            ReaderCapabilities reader = ReaderCapabilities.of(answer);
            capabilities = reader;
            List<Integer> missing = settings.antennas().stream()
                    .filter(antenna -> antenna > reader.antennas())
                    .toList();
            if (missing.isEmpty()) {
                step(0);
            } else {
                whenFailed.accept(
                        DisconnectReason.ANTENNAS_MISSING,
                        "antennas " + missing + " asked for, the reader has " + reader.antennas());
            }
        });
    }

    private void step(int number) {
        if (number == STEPS.length) {
            finish();
            return;
        }
        SetupStep step = STEPS[number];
        ask(step.name(), step.request(settings, capabilities()), answer -> answered(number, step, answer));
    }

    private void answered(int number, SetupStep step, LLRPMessage answer) {
        Runnable next = () -> {
            if (step == SetupStep.SET_READER_CONFIG) {
                whenConfigured.run();
            }
            step(number + 1);
        };
        if (step.mayBeRejected()) {
            next.run();
        } else {
            requireSuccess(step.name(), answer, next);
        }
    }

    private void finish() {
        for (int port = 1; port <= Math.min(capabilities().outputs(), 16); port++) {
            requests.prepareGpo(port);
        }
        requests.tell(SetupMessages.enableEventsAndReports());
        done = true;
        whenDone.accept(this);
    }

    private void requireSuccess(String step, LLRPMessage answer, Runnable next) {
        ReaderStatus status = ReaderStatus.of(answer);
        if (status.isSuccess()) {
            next.run();
        } else {
            whenFailed.accept(DisconnectReason.SETUP_REJECTED, step + " rejected: " + status.describe());
        }
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
