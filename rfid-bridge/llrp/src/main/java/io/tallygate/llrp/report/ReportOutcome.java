package io.tallygate.llrp.report;

/** How the decoding of one report ended. */
public sealed interface ReportOutcome {

    /** Tags given to the sink. */
    int tags();

    /** The report was read to its end. */
    record Complete(int tags) implements ReportOutcome {}

    /**
     * The report lies about a length. The tags before the fault were whole and have been given to the sink; nothing after it was.
     *
     * @param fault what is wrong
     * @param offset byte of the message body at which it was seen
     */
    record Malformed(int tags, ReportFault fault, int offset) implements ReportOutcome {}
}
