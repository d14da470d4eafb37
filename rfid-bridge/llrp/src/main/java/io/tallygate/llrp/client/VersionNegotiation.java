package io.tallygate.llrp.client;

import io.tallygate.llrp.control.VersionMessages;
import io.tallygate.llrp.frame.LlrpHeader;

/**
 * Speaks LLRP 1.1 with a reader that does, and 1.0.1 with every other: one that answers with an error, with nothing, or by hanging up,
 * in which case the next connection does not ask.
 */
final class VersionNegotiation {

    private final Requests requests;
    private final Learned learned;
    private final Runnable done;
    private boolean asking;

    VersionNegotiation(Requests requests, Learned learned, Runnable done) {
        this.requests = requests;
        this.learned = learned;
        this.done = done;
    }

    void begin() {
        if (!learned.negotiates()) {
            done.run();
            return;
        }
        asking = true;
        var unused = requests.askRaw(VersionMessages.getSupportedVersion()).whenComplete((answer, failure) -> {
            if (answer == null) {
                unanswered();
            } else if (VersionMessages.supported(answer) < LlrpHeader.VERSION_1_1) {
                settle(LlrpHeader.VERSION_1_0_1);
            } else if (VersionMessages.current(answer) == LlrpHeader.VERSION_1_1) {
                settle(LlrpHeader.VERSION_1_1);
            } else {
                choose();
            }
        });
    }

    private void choose() {
        byte[] choice = VersionMessages.setProtocolVersion(LlrpHeader.VERSION_1_1);
        var unused = requests.askRaw(choice).whenComplete((answer, failure) -> {
            if (answer == null) {
                unanswered();
            } else {
                settle(VersionMessages.isAgreed(answer) ? LlrpHeader.VERSION_1_1 : LlrpHeader.VERSION_1_0_1);
            }
        });
    }

    private void unanswered() {
        learned.negotiatesNoMore();
        settle(LlrpHeader.VERSION_1_0_1);
    }

    private void settle(int version) {
        if (asking) {
            asking = false;
            requests.speak(version);
            done.run();
        }
    }

    /** The connection has ended: if over the question, the next one goes without it. */
    void ended() {
        if (asking) {
            asking = false;
            learned.negotiatesNoMore();
        }
    }
}
