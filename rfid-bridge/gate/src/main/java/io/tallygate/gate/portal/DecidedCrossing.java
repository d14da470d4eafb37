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
 * @param afterthought whether it tells of a chip that was read after the crossing had its verdict: a crossing of its own
 */
record DecidedCrossing(
        Crossing crossing,
        Passage passage,
        Judgement judgement,
        long readerOffsetUs,
        long reportReceivedUs,
        long alarmWrittenUs,
        boolean afterthought) {

    /** The same crossing told again, of another chip. */
    DecidedCrossing mismatched(Tid tid, Judgement anew, long receivedUs) {
        return new DecidedCrossing(crossing, passage.reading(tid), anew, readerOffsetUs, receivedUs, 0, true);
    }

    DecidedCrossing alarmed(long writtenUs) {
        return new DecidedCrossing(
                crossing, passage, judgement, readerOffsetUs, reportReceivedUs, writtenUs, afterthought);
    }
}
