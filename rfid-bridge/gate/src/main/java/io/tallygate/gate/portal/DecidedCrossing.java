package io.tallygate.gate.portal;

import io.tallygate.crossing.Crossing;
import io.tallygate.gate.verdict.Judgement;
import io.tallygate.gate.verdict.Passage;

/**
 * A crossing with its verdict.
 *
 * @param readerOffsetUs what turns the reader's time of the evidence into ours
 * @param reportReceivedUs when the report that decided it arrived
 * @param alarmWrittenUs when the alarm output was written, 0 where none was
 */
record DecidedCrossing(
        Crossing crossing,
        Passage passage,
        Judgement judgement,
        long readerOffsetUs,
        long reportReceivedUs,
        long alarmWrittenUs) {

    DecidedCrossing alarmWritten(long epochUs) {
        return new DecidedCrossing(crossing, passage, judgement, readerOffsetUs, reportReceivedUs, epochUs);
    }
}
