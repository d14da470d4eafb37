package io.tallygate.gate.portal;

import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.Tid;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chips last read at one portal: a TID seldom comes with the very read that decides a crossing. */
final class TidMemory {
    private static final int MOST_TAGS = 4096;

    private final Map<Epc, Tid> tids = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Epc, Tid> eldest) {
            return size() > MOST_TAGS;
        }
    };

    void saw(Epc epc, Tid tid) {
        tids.put(epc, tid);
    }

    @Nullable
    Tid of(Epc epc) {
        return tids.get(epc);
    }
}
