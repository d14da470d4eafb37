package io.tallygate.gate.portal;

import io.tallygate.gate.verdict.Judgement;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What one portal has decided since the bridge was started. Counted on its reader's event loop, asked from any thread. */
public final class PortalTally {
    private final LongAdder alarmed = new LongAdder();
    private final LongAdder allowed = new LongAdder();
    private final LongAdder recorded = new LongAdder();
    private final LongAdder foreign = new LongAdder();
    private final LongAccumulator slowestNanos = new LongAccumulator(Math::max, 0);
    private volatile long latestNanos;

    void decided(Judgement judgement) {
        LongAdder verdict =
                switch (judgement) {
                    case Judgement.Alarm alarm -> alarmed;
                    case Judgement.Allow allow -> allowed;
                    case Judgement.Note note -> recorded;
                    case Judgement.Ignore ignore -> foreign;
                };
        verdict.increment();
    }

    void sounded(long nanos) {
        slowestNanos.accumulate(nanos);
        latestNanos = nanos;
    }

    public long alarmed() {
        return alarmed.sum();
    }

    public long allowed() {
        return allowed.sum();
    }

    public long recorded() {
        return recorded.sum();
    }

    /** Crossings of tags that are not ours. */
    public long foreign() {
        return foreign.sum();
    }

    /** How long the latest alarm took, from the arrival of the report that decided it; 0 before the first. */
    public long latestNanos() {
        return latestNanos;
    }

    /** How long the slowest alarm took; 0 before the first. */
    public long slowestNanos() {
        return slowestNanos.get();
    }
}
