package io.tallygate.bench.accuracy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The bench's own traces, for others. */
public final class DrawnTraces {
    static final int MOST_ROUNDS = 10_000;
    private static final double SPARED = 0.2;

    private DrawnTraces() {}

    /**
     * Walks as {@link GateAccuracy} draws them with the same seed and rounds, one in five of them spared something; each is drawn when asked
     * for, and the same each time. What is learned in foul air alone is not sure of itself in fair air.
     *
     * @param seed 0 to 999 999 999
     */
    public static List<Supplier<LabelledReads>> of(long seed, int rounds) {
        SplittableRandom random = new SplittableRandom(seed);
        return Draw.rounds(rounds, seed * MOST_ROUNDS, Spared.NOTHING).stream()
                .map(draw -> random.nextDouble() < SPARED ? draw.spared(Spared.any(random)) : draw)
                .map(Draw::reads)
                .toList();
    }
}
