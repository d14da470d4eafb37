package io.tallygate.llrp.client;

import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.report.ReaderClock;
import io.tallygate.llrp.report.TagReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a fault of the listener away from the connection: a tag that cannot be handled must not blind the gate to the next. */
final class GuardedListener implements ReaderListener {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final ReaderListener listener;
    private final Tally tally;

    GuardedListener(ReaderListener listener, Tally tally) {
        this.listener = listener;
        this.tally = tally;
    }

    @Override
    public void onConnecting() {
        guarded(listener::onConnecting);
    }

    @Override
    public void onGreeting(ReaderClock clock, long readerMicros) {
        guarded(() -> listener.onGreeting(clock, readerMicros));
    }

    @Override
    public void onReady(ReaderCapabilities capabilities) {
        guarded(() -> listener.onReady(capabilities));
    }

    /** Written out, so that the hot path makes no closure. */
    @Override
    public void onTag(TagReport tag, long receivedNanos) {
        try {
            listener.onTag(tag, receivedNanos);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void onReportEnd(long receivedNanos) {
        try {
            listener.onReportEnd(receivedNanos);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void onEvent(ReaderEvent event) {
        guarded(() -> listener.onEvent(event));
    }

    @Override
    public void onDisconnected(DisconnectReason reason, String detail) {
        guarded(() -> listener.onDisconnected(reason, detail));
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(RuntimeException e) {
        tally.listenerFailures.increment();
        LOG.error("a reader's listener failed; the connection goes on", e);
    }
}
