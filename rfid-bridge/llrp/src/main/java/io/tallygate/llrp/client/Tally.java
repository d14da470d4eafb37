package io.tallygate.llrp.client;

import java.util.concurrent.atomic.LongAdder;

/** The counters behind {@link ReaderCounters}: written on the loop, read from anywhere. */
final class Tally {

    final LongAdder connects = new LongAdder();
    final LongAdder disconnects = new LongAdder();
    final LongAdder reports = new LongAdder();
    final LongAdder tags = new LongAdder();
    final LongAdder reportsBeforeReady = new LongAdder();
    final LongAdder malformed = new LongAdder();
    final LongAdder unmatchedAnswers = new LongAdder();
    final LongAdder listenerFailures = new LongAdder();
    final LongAdder keepalives = new LongAdder();
    final LongAdder skippedParameters = new LongAdder();
    final LongAdder skippedMessages = new LongAdder();
    final LongAdder readingRestarts = new LongAdder();

    /** What came of the reader's own accord; more of it means that it is there. */
    long heard() {
        return keepalives.sum() + reports.sum();
    }

    ReaderCounters snapshot() {
        return new ReaderCounters(
                connects.sum(),
                disconnects.sum(),
                reports.sum(),
                tags.sum(),
                reportsBeforeReady.sum(),
                malformed.sum(),
                unmatchedAnswers.sum(),
                listenerFailures.sum(),
                keepalives.sum(),
                skippedParameters.sum(),
                skippedMessages.sum(),
                readingRestarts.sum());
    }
}
