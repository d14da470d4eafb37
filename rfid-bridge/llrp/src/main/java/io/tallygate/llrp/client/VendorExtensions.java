package io.tallygate.llrp.client;

import io.tallygate.llrp.control.ControlException;
import io.tallygate.llrp.control.ImpinjExtensions;
import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.ReaderStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enables the extensions of a reader of Impinj's, and leaves every other alone. One that refuses, answers nothing or hangs up over it
 * is not asked again and set up as any reader is: no gate rests on what only one maker's readers tell. That is told in the log, once.
 */
final class VendorExtensions {

    private static final Logger LOG = LoggerFactory.getLogger(VendorExtensions.class);

    private final ReaderSettings settings;
    private final Requests requests;
    private final Learned learned;
    private boolean asking;
    private boolean unanswered;

    VendorExtensions(ReaderSettings settings, Requests requests, Learned learned) {
        this.settings = settings;
        this.requests = requests;
        this.learned = learned;
    }

    /** @param done called when the set-up may go on, whatever the reader said */
    void begin(ReaderCapabilities reader, Runnable done) {
        learned.extensionsAreOff();
        if (reader.manufacturer() != ImpinjExtensions.VENDOR || !learned.wantsExtensions()) {
            done.run();
            return;
        }
        asking = true;
        var unused = requests.askRaw(ImpinjExtensions.enable()).whenComplete((answer, failure) -> {
            if (asking) {
                asking = false;
                unanswered = answer == null;
                settle(answer == null ? String.valueOf(failure) : refusal(answer));
                done.run();
            }
        });
    }

    /** Empty when they are enabled. */
    private static String refusal(byte[] answer) {
        try {
            ReaderStatus status = ImpinjExtensions.verdict(answer);
            return status.isSuccess() ? "" : status.describe();
        } catch (ControlException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void settle(String refusal) {
        if (refusal.isEmpty()) {
            learned.extensionsAreOn();
        } else {
            learned.refusesExtensions();
            tell(refusal);
        }
    }

    /** The reader took our ROSpec after it had refused the same with the extensions in it. */
    void leftOut(String refusal) {
        tell(refusal);
    }

    private void tell(String refusal) {
        LOG.info(
                "reader {}:{} of Impinj's is read without phase, Doppler and finer strength: {}",
                settings.host(),
                settings.port(),
                refusal);
    }

    /**
     * The connection has ended: if over the question, the next one goes without it.
     *
     * @param wasSetUp whether the set-up had come through
     */
    void ended(boolean wasSetUp) {
        if (asking) {
            asking = false;
            learned.refusesExtensions();
            tell("the connection ended over the question");
        } else if (unanswered && !wasSetUp) {
            // Nothing else came through either: that was the network, or a reader that hangs.
            learned.mayTakeExtensions();
        }
    }
}
