package io.tallygate.llrp.client;

import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.report.ReaderClock;
import io.tallygate.llrp.report.TagReport;

/**
 * Hears one reader. Every method is called on the reader's event loop, one after the other, and must not block: while it runs,
 * nothing is read and no KEEPALIVE is answered. An exception it throws is logged and counted; the connection goes on.
 *
 * <p>Order: {@code onConnecting onGreeting? (onReady (onTag* onReportEnd | onEvent)*)? onDisconnected}, again and again.
 */
public interface ReaderListener {

    /** A connection is being tried. */
    void onConnecting();

    /**
     * The reader has greeted this side, and told what time it has. Comes before anything that it held back while nobody was connected.
     *
     * @param clock UTC or UPTIME
     * @param readerMicros by that clock
     */
    void onGreeting(ReaderClock clock, long readerMicros);

    /** The set-up is through and the reader reports. Called on every reconnect. */
    void onReady(ReaderCapabilities capabilities);

    /**
     * A tag.
     *
     * @param tag valid until this returns; see {@link TagReport}
     * @param receivedNanos {@link System#nanoTime()} when the segment that completed the report was read from the socket
     */
    void onTag(TagReport tag, long receivedNanos);

    /** All tags of one report have been given. */
    void onReportEnd(long receivedNanos);

    /** The reader said something about itself. Also before {@link #onReady}. */
    void onEvent(ReaderEvent event);

    /**
     * The connection, or the try at one, has ended. Another follows unless the client was closed.
     *
     * @param detail one line for people: the set-up step and the reader's status, the broken rule, the network's own words
     */
    void onDisconnected(DisconnectReason reason, String detail);
}
