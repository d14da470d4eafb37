package io.tallygate.gate.portal;

import io.tallygate.llrp.report.ReaderClock;
import java.util.OptionalLong;

/**
 * Brings the reader's time to ours, and tells live reads from a backlog.
 *
 * <p>Readers count from their start or from the epoch, and drift; the network delays reports but never hastens them. So the
 * least difference between arrival and the reader's time, over the last minute or two of live reads, is the skew, and what a read
 * exceeds it by is how long it was held back. A reader that restarts or steps its clock shows a new difference that stays the same
 * while a backlog's shrinks; then the skew is taken anew.
 *
 * <p>What the first report of a connection brings may be a backlog itself, and says nothing of how old it is. Of this moment is the
 * reader's greeting, which comes before it.
 */
public final class ReadClock {
    private static final long LATE_US = 3_000_000;
    /** A greeting that came later than this has no delay but another clock: the client waits for none so long. */
    private static final long LATEST_GREETING_US = 15_000_000;

    private static final long BUCKET_US = 60_000_000;
    private static final long STEP_WATCH_US = 5_000_000;
    private static final long STEP_SPREAD_US = 1_000_000;
    private static final long UNKNOWN = Long.MAX_VALUE;

    private ReaderClock kind = ReaderClock.NONE;
    private long olderLeastUs = UNKNOWN;
    private long leastUs = UNKNOWN;
    private long bucketStartUs;
    private long suspectSinceUs = UNKNOWN;
    private long suspectLeastUs;
    private long suspectMostUs;

    /**
     * A read's time.
     *
     * @param epochUs when it was seen, on our clock, never after its arrival
     * @param late held back too long to sound an alarm for
     * @param restarted the reader's clock has jumped: its reads no longer follow on those before
     */
    public record Seen(long epochUs, boolean late, boolean restarted) {}

    /**
     * The reader has greeted, at this time of its clock. Ignored when its reads have another kind of clock.
     *
     * @return whether the clock has jumped: reads from now on do not follow on those before
     */
    public boolean greeted(ReaderClock clock, long readerUs, long arrivalUs) {
        long differenceUs = arrivalUs - readerUs;
        if (kind == ReaderClock.NONE) {
            kind = clock;
            begin(differenceUs, arrivalUs);
            return false;
        }
        if (clock != kind) {
            return false;
        }
        if (isAhead(differenceUs) || differenceUs - skewUs() > LATEST_GREETING_US) {
            begin(differenceUs, arrivalUs);
            return true;
        }
        if (differenceUs - skewUs() <= LATE_US) {
            learn(differenceUs, arrivalUs);
        }
        return false;
    }

    /**
     * One read after the other, on the reader's event loop.
     *
     * @param readerUs the reader's time of the read; ignored when {@code clock} is NONE
     * @param arrivalUs when its report arrived, on our clock
     */
    public Seen align(ReaderClock clock, long readerUs, long arrivalUs) {
        if (clock == ReaderClock.NONE) {
            return new Seen(arrivalUs, false, false);
        }
        long differenceUs = arrivalUs - readerUs;
        boolean restarted = clock != kind || isAhead(differenceUs) || isStep(differenceUs, arrivalUs);
        if (restarted) {
            boolean first = kind == ReaderClock.NONE;
            kind = clock;
            begin(differenceUs, arrivalUs);
            return new Seen(arrivalUs, false, !first);
        }
        long heldBackUs = differenceUs - skewUs();
        boolean late = heldBackUs > LATE_US;
        if (!late) {
            suspectSinceUs = UNKNOWN;
            learn(differenceUs, arrivalUs);
        }
        return new Seen(Math.min(arrivalUs, readerUs + skewUs()), late, false);
    }

    /** The reader's clock less ours, in microseconds; empty while unknown and for one that counts from its start. */
    OptionalLong aheadUs() {
        long skewUs = skewUs();
        return kind == ReaderClock.UTC && skewUs != UNKNOWN ? OptionalLong.of(-skewUs) : OptionalLong.empty();
    }

    private long skewUs() {
        return Math.min(leastUs, olderLeastUs);
    }

    /** The clock was set forward: what seemed the least delay would now make every read seem to come from the future. */
    private boolean isAhead(long differenceUs) {
        return skewUs() != UNKNOWN && differenceUs < skewUs() - LATE_US;
    }

    private boolean isStep(long differenceUs, long arrivalUs) {
        if (differenceUs - skewUs() <= LATE_US) {
            return false;
        }
        if (suspectSinceUs == UNKNOWN) {
            suspectSinceUs = arrivalUs;
            suspectLeastUs = differenceUs;
            suspectMostUs = differenceUs;
        }
        suspectLeastUs = Math.min(suspectLeastUs, differenceUs);
        suspectMostUs = Math.max(suspectMostUs, differenceUs);
        if (arrivalUs - suspectSinceUs < STEP_WATCH_US) {
            return false;
        }
        boolean steady = suspectMostUs - suspectLeastUs < STEP_SPREAD_US;
        suspectSinceUs = UNKNOWN;
        return steady;
    }

    private void begin(long differenceUs, long arrivalUs) {
        olderLeastUs = UNKNOWN;
        leastUs = differenceUs;
        bucketStartUs = arrivalUs;
        suspectSinceUs = UNKNOWN;
    }

    private void learn(long differenceUs, long arrivalUs) {
        if (arrivalUs - bucketStartUs >= BUCKET_US) {
            olderLeastUs = leastUs;
            leastUs = UNKNOWN;
            bucketStartUs = arrivalUs;
        }
        leastUs = Math.min(leastUs, differenceUs);
    }
}
