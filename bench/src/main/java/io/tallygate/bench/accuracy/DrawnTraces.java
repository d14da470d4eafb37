package io.tallygate.bench.accuracy;

import java.util.List;
import java.util.function.Supplier;

/** The bench's own traces, for others. */
public final class DrawnTraces {
    static final int MOST_ROUNDS = 10_000;

    private DrawnTraces() {}

    /**
     * As {@link GateAccuracy} draws them with the same seed and rounds; each is drawn when asked for, and the same each time.
     *
     * @param seed 0 to 999 999 999
     */
    public static List<Supplier<LabelledReads>> of(long seed, int rounds) {
        return Draw.rounds(rounds, seed * MOST_ROUNDS, Spared.NOTHING).stream()
                .map(Draw::reads)
                .toList();
    }
}
