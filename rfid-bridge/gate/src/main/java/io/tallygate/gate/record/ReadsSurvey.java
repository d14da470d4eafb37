package io.tallygate.gate.record;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks over the batches of a portal, oldest first, for those that a trace of a time must hold: from where the detector began to know
 * nothing, so that it knows at each read what it knew then. What it learns of a portal stays for so long that no shorter run-up is enough to
 * have every figure again; where its beginning is not there any more, or is longer ago than wanted, the trace begins as long before the
 * time asked for as wanted, or {@link #USUAL_RUN_UP}.
 */
final class ReadsSurvey {
    private static final Duration USUAL_RUN_UP = Duration.ofHours(1);

    private final long fromUs;
    private final long toUs;
    private final @Nullable Duration mostRunUp;
    private @Nullable StoredBatch newestStart;
    private @Nullable StoredBatch runUp;
    private @Nullable StoredBatch begin;
    private @Nullable StoredBatch last;
    private long oldestUs = Long.MAX_VALUE;
    private long newestUs = Long.MIN_VALUE;

    ReadsSurvey(RecordOptions wanted) {
        this.fromUs = wanted.fromUs();
        this.toUs = wanted.toUs();
        this.mostRunUp = wanted.runUp();
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
        Duration runUp = mostRunUp == null ? USUAL_RUN_UP : mostRunUp;
        return fromUs == Long.MIN_VALUE ? fromUs : fromUs - runUp.toMillis() * 1000;
    }

    private StoredBatch beginning(StoredBatch firstWanted) {
        StoredBatch start = newestStart;
        if (start != null && (mostRunUp == null || start.batch().getReceivedAtUs() >= runUpUs())) {
            return start;
        }
        return runUp == null ? firstWanted : runUp;
    }

    /** Null when there is no read of that time. */
    @Nullable
    Stretch stretch() {
        return begin == null || last == null ? null : new Stretch(begin, last);
    }

    /** Whether an older batch could belong before it. */
    boolean wantsOlder() {
        return begin == null || (mostRunUp == null && newestStart == null);
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
