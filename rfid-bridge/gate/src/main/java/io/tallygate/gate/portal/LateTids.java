package io.tallygate.gate.portal;

import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.KnownItem;
import io.tallygate.gate.ledger.Tid;
import io.tallygate.gate.verdict.Judgement;
import io.tallygate.gate.verdict.ReasonCode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Crossings that were judged before the chip was read. The verdict does not wait for a TID; the first that comes after it either
 * is not the chip enrolled and makes a crossing of its own, or completes the crossing. Lives on the reader's event loop.
 */
final class LateTids {
    private static final int MOST_CROSSINGS = 4096;
    private static final long KEPT_US = 60_000_000;

    private final Map<Epc, DecidedCrossing> unchecked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Epc, DecidedCrossing> eldest) {
            return size() > MOST_CROSSINGS;
        }
    };

    /** Remembers a crossing that is told and whose chip was not read yet. */
    void decided(DecidedCrossing crossing) {
        forget(crossing.reportReceivedUs());
        if (crossing.passage().tid() == null && !(crossing.judgement() instanceof Judgement.Ignore)) {
            unchecked.remove(crossing.crossing().epc());
            unchecked.put(crossing.crossing().epc(), crossing);
        }
    }

    /**
     * A chip was read.
     *
     * @return the crossing to be told of: of its own, or an earlier one completed; null when there is none
     */
    @Nullable
    DecidedCrossing saw(Epc epc, Tid tid, long nowUs) {
        forget(nowUs);
        DecidedCrossing crossing = unchecked.remove(epc);
        if (crossing == null) {
            return null;
        }
        return isEnrolled(crossing.passage().item(), tid)
                ? crossing.completed(tid, nowUs)
                : crossing.mismatched(tid, new Judgement.Alarm(ReasonCode.TAG_MISMATCH), nowUs);
    }

    /** A tag of which no chip is known may have any. */
    private static boolean isEnrolled(@Nullable KnownItem item, Tid tid) {
        Tid enrolled = item == null ? null : item.tid();
        return enrolled == null || enrolled.isOfSameChip(tid);
    }

    private void forget(long nowUs) {
        Iterator<DecidedCrossing> oldest = unchecked.values().iterator();
        while (oldest.hasNext() && nowUs - oldest.next().reportReceivedUs() > KEPT_US) {
            oldest.remove();
        }
    }
}
