package io.tallygate.llrp.client;

import io.tallygate.llrp.report.SkippedParameters;

/**
 * What has happened on one reader's connections since its client was made.
 *
 * @param connects connections that became ready
 * @param disconnects connections and tries that ended
 * @param reports RO_ACCESS_REPORTs decoded
 * @param tags tags given to the listener
 * @param reportsBeforeReady reports that came before the set-up was through, and were dropped
 * @param malformed frames, reports and messages that could not be read
 * @param unmatchedAnswers answers to no request of ours
 * @param listenerFailures exceptions out of the listener
 * @param keepalives KEEPALIVEs answered
 * @param skippedParameters unknown parameters passed over in reports and control messages
 * @param skippedMessages messages of vendors and of later LLRP versions passed over
 * @param readingRestarts how often the reader had stopped reading and was started again
 */
public record ReaderCounters(
        long connects,
        long disconnects,
        long reports,
        long tags,
        long reportsBeforeReady,
        long malformed,
        long unmatchedAnswers,
        long listenerFailures,
        long keepalives,
        long skippedParameters,
        long skippedMessages,
        long readingRestarts) {

    static long sum(SkippedParameters skipped) {
        return skipped.unknownTlv() + skipped.unknownTv() + skipped.custom();
    }
}
