package io.tallygate.gate.portal;

import io.tallygate.crossing.Crossing;
import io.tallygate.gate.ledger.Tid;
import io.tallygate.gate.verdict.Judgement;
import io.tallygate.gate.verdict.Passage;

/**
 * A crossing with its verdict.
 *
 * @param readerOffsetUs what turns the reader's time of the evidence into ours
 * @param reportReceivedUs when the report that decided it arrived
 * @param alarmWrittenUs when the alarm output was written, 0 where none was
 * @param afterthought whether it tells of another chip, read after the crossing had its verdict: a crossing of its own
 * @param tidReadUs when the chip was read, where that was after the verdict and changes nothing in it; 0 otherwise
 */
record DecidedCrossing(
        Crossing crossing,
        Passage passage,
        Judgement judgement,
        long readerOffsetUs,
        long reportReceivedUs,
        long alarmWrittenUs,
        boolean afterthought,
        long tidReadUs) {

    /** The same crossing told again, of another chip. */
    DecidedCrossing mismatched(Tid tid, Judgement anew, long receivedUs) {
        return new DecidedCrossing(crossing, passage.reading(tid), anew, readerOffsetUs, receivedUs, 0, true, 0);
    }

    /** The same crossing told again, with its chip. */
    DecidedCrossing completed(Tid tid, long receivedUs) {
        return new DecidedCrossing(
                crossing,
                passage.reading(tid),
                judgement,
                readerOffsetUs,
                reportReceivedUs,
                alarmWrittenUs,
                afterthought,
                receivedUs);
    }

    /** Whether it was told before, without its chip. */
    boolean isCompletion() {
        return tidReadUs != 0;
    }

    DecidedCrossing alarmed(long writtenUs) {
        return new DecidedCrossing(
                crossing, passage, judgement, readerOffsetUs, reportReceivedUs, writtenUs, afterthought, tidReadUs);
    }
}
