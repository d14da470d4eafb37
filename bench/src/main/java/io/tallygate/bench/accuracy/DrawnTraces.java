package io.tallygate.bench.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The bench's own traces, for others. */
public final class DrawnTraces {
    static final int MOST_ROUNDS = 10_000;
    private static final double SPARED = 0.2;

    /** Traces of gates of no family, for each of a family. */
    private static final int OF_NO_FAMILY = 3;

    private DrawnTraces() {}

    /**
     * Walks as {@link GateAccuracy} draws them with the same seed and rounds, one in five of them spared something; each is drawn when asked
     * for, and the same each time. What is learned in foul air alone is not sure of itself in fair air. With them three times as many of gates
     * of no family ({@link AnyGate}) as of one.
     *
     * @param seed 0 to 999 999 999
     */
    public static List<Supplier<LabelledReads>> of(long seed, int rounds) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Supplier<LabelledReads>> traces = new ArrayList<>();
        Draw.rounds(rounds, seed * MOST_ROUNDS, Spared.NOTHING).stream()
                .map(draw -> random.nextDouble() < SPARED ? draw.spared(Spared.any(random)) : draw)
                .map(Draw::reads)
                .forEach(traces::add);
        for (Scenario scenario : Scenario.values()) {
            for (int i = 0; i < rounds * scenario.weight() * OF_NO_FAMILY; i++) {
                traces.add(AnyGate.reads(scenario, seed * MOST_ROUNDS + i));
            }
        }
        return traces;
    }
}
