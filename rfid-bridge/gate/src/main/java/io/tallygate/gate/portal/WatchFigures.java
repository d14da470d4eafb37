package io.tallygate.gate.portal;

import io.tallygate.llrp.client.ReaderCounters;

/** The figures of one watched portal as they stand; asked from any thread. */
interface WatchFigures {

    ReaderCounters counters();

    /** The reader's clock less ours; NaN while unknown. */
    double clockSkewSeconds();

    boolean isWatching();
}
