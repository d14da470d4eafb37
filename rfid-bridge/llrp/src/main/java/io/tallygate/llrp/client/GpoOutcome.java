package io.tallygate.llrp.client;

import io.tallygate.llrp.control.ReaderStatus;

/** How a GPO write ended. */
public sealed interface GpoOutcome {

    /**
     * The reader has switched the output.
     *
     * @param writtenNanos {@link System#nanoTime()} when the request had been handed to the socket
     */
    record Switched(long writtenNanos) implements GpoOutcome {}

    /** The reader would not: it has no such port, or failed. */
    record Rejected(ReaderStatus status) implements GpoOutcome {}

    /** There was no reader ready to be asked. Nothing was sent. */
    record NotReady() implements GpoOutcome {}

    /** The request was sent and no answer came: the output is in either state. */
    record Unanswered(String detail) implements GpoOutcome {}
}
