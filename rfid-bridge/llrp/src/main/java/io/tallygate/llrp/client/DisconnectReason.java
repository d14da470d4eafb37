package io.tallygate.llrp.client;

/** Why a connection to a reader ended. The detail beside it says more. */
public enum DisconnectReason {
    /** No connection came about: refused, unreachable, timed out. */
    CONNECT_FAILED,
    /** TLS was not agreed upon: not the pinned certificate, or the other side speaks no TLS. */
    TLS_FAILED,
    /** The reader turned us away: another client holds it, or it did not say within the timeout. */
    REFUSED_BY_READER,
    /** The reader rejected a step of the set-up; the detail names the step, the status and the parameter. */
    SETUP_REJECTED,
    /** The reader did not answer a step of the set-up in time. */
    SETUP_TIMEOUT,
    /** An antenna that was asked for is not there. */
    ANTENNAS_MISSING,
    /** No KEEPALIVE for two and a half periods: the connection is half open. */
    KEEPALIVE_MISSED,
    /** The reader reads and sends KEEPALIVE, and answers nothing any more: the connection is half open. */
    ANSWERS_MISSED,
    /** The reader stopped reading and could not be made to read again. */
    READING_STOPPED,
    /** What came is no LLRP. */
    MALFORMED_FRAME,
    /** A tag report lies about its lengths. */
    MALFORMED_REPORT,
    /** Another message could not be read. */
    MALFORMED_MESSAGE,
    /** The reader said it is closing, or closed. */
    CLOSED_BY_READER,
    /** The network broke. */
    IO_ERROR,
    /** This side was closed. */
    STOPPED
}
