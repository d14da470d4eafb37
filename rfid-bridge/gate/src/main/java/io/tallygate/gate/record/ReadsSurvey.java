package io.tallygate.gate.record;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks over the batches of a portal, oldest first, for those that a trace of a time must hold: from where the detector began to know
 * nothing, so that it knows at each read what it knew then. Where that is too long ago the trace begins {@link #RUN_UP} earlier than
 * asked for.
 */
final class ReadsSurvey {
    static final Duration RUN_UP = Duration.ofHours(1);

    private final long fromUs;
    private final long toUs;
    private @Nullable StoredBatch newestStart;
    private @Nullable StoredBatch runUp;
    private @Nullable StoredBatch begin;
    private @Nullable StoredBatch last;
    private long oldestUs = Long.MAX_VALUE;
    private long newestUs = Long.MIN_VALUE;

    ReadsSurvey(long fromUs, long toUs) {
        this.fromUs = fromUs;
        this.toUs = toUs;
    }

    /** What to write: these two and all between them. */
    record Stretch(StoredBatch first, StoredBatch last) {}

    void look(StoredBatch stored) {
        ReadBatch batch = stored.batch();
        if (batch.getReadsCount() == 0) {
            return;
        }
        if (!batch.getBeganWithRule().isEmpty() && begin == null) {
            newestStart = stored;
        }
        if (runUp == null && batch.getReceivedAtUs() >= runUpUs()) {
            runUp = stored;
        }
        boolean wanted = false;
        for (TagRead read : batch.getReadsList()) {
            oldestUs = Math.min(oldestUs, read.getSeenAtUs());
            newestUs = Math.max(newestUs, read.getSeenAtUs());
            wanted |= read.getSeenAtUs() >= fromUs && read.getSeenAtUs() <= toUs;
        }
        if (wanted) {
            begin = begin == null ? beginning(stored) : begin;
            last = stored;
        }
    }

    private long runUpUs() {
        return fromUs == Long.MIN_VALUE ? fromUs : fromUs - RUN_UP.toMillis() * 1000;
    }

    private StoredBatch beginning(StoredBatch firstWanted) {
        StoredBatch start = newestStart;
        if (start != null && start.batch().getReceivedAtUs() >= runUpUs()) {
            return start;
        }
        return runUp == null ? firstWanted : runUp;
    }

    /** Null when there is no read of that time. */
    @Nullable
    Stretch stretch() {
        return begin == null || last == null ? null : new Stretch(begin, last);
    }

    boolean sawNothing() {
        return newestUs == Long.MIN_VALUE;
    }

    /** Microseconds since the epoch, of all that was looked over. */
    long oldestUs() {
        return oldestUs;
    }

    long newestUs() {
        return newestUs;
    }
}
