package io.tallygate.bench.accuracy;

import java.util.List;
import java.util.SplittableRandom;

/** Draws of one trace; the same seed draws the same. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of their own: what is drawn from them does not shift what is drawn from these. */
    Dice split() {
        return new Dice(random.split());
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    int whole(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double gaussian(double spread) {
        return spread * random.nextGaussian();
    }

    double sign() {
        return chance(0.5) ? 1 : -1;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
