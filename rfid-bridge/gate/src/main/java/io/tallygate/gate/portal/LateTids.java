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
 * Crossings that were judged before the chip was read. The verdict does not wait for a TID; one that comes after it and is not the
 * chip enrolled makes a crossing of its own, once. Lives on the reader's event loop.
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

    /** Remembers a crossing whose chip was not read yet and is known. */
    void decided(DecidedCrossing crossing) {
        KnownItem item = crossing.passage().item();
        if (crossing.passage().tid() == null && item != null && item.tid() != null) {
            unchecked.remove(crossing.crossing().epc());
            unchecked.put(crossing.crossing().epc(), crossing);
        }
    }

    /**
     * A chip was read.
     *
     * @return the crossing to be told of, when it is not the one enrolled; null when there is none
     */
    @Nullable
    DecidedCrossing saw(Epc epc, Tid tid, long nowUs) {
        forget(nowUs);
        DecidedCrossing crossing = unchecked.remove(epc);
        KnownItem item = crossing == null ? null : crossing.passage().item();
        Tid enrolled = item == null ? null : item.tid();
        if (crossing == null || enrolled == null || enrolled.isOfSameChip(tid)) {
            return null;
        }
        return crossing.mismatched(tid, new Judgement.Alarm(ReasonCode.TAG_MISMATCH), nowUs);
    }

    private void forget(long nowUs) {
        Iterator<DecidedCrossing> oldest = unchecked.values().iterator();
        while (oldest.hasNext() && nowUs - oldest.next().reportReceivedUs() > KEPT_US) {
            oldest.remove();
        }
    }
}
