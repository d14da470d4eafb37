package io.tallygate.crossing;

/**
 * A read of a trace.
 *
 * @param read on the clock that the detector follows: the reader's own, brought to the epoch once for the whole trace
 * @param shiftUs what must be added to the time of a crossing that this read settles, because the reader's clock was meanwhile found
 *     to run otherwise; mostly 0
 */
public record TracedRead(TagObservation read, long shiftUs) {}
