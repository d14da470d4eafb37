package io.tallygate.bench.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A trace yet to be drawn: the same four give the same trace. */
record Draw(Family family, Scenario scenario, long seed, Spared spared) {
    private static final long SEEDS_PER_ROUND = 1_000;

    /** One draw of every scenario in every family for each round, as often as the scenario's weight says. */
    static List<Draw> rounds(int rounds, long seed, Spared spared) {
        List<Draw> draws = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Family family : Family.values()) {
                for (Scenario scenario : Scenario.values()) {
                    for (int i = 0; i < scenario.weight(); i++) {
                        draws.add(new Draw(family, scenario, seed + SEEDS_PER_ROUND * round + i, spared));
                    }
                }
            }
        }
        return draws;
    }

    Draw spared(Spared something) {
        return new Draw(family, scenario, seed, something);
    }

    LabelledTrace trace() {
        return LabelledTrace.draw(family, scenario, seed, spared);
    }

    Supplier<LabelledReads> reads() {
        return () -> trace().labelled();
    }
}
