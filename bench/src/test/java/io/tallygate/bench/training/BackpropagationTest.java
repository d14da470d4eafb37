package io.tallygate.bench.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackpropagationTest {
    private static final float STEP = 1e-2f;
    private static final float[] TARGETS = {1, 0};
    private static final float[] WEIGHTS = {2, 0.3f};

    private final SplittableRandom random = new SplittableRandom(7);
    private final Network network = Network.drawn(random, 5, 6, 4, 2);
    private final Backpropagation backpropagation = new Backpropagation(network);

    /** The loss of each output, by the network alone; small steps keep clear of the rectifiers' bends with this seed. */
    @Test
    void shouldGiveTheGradientThatFiniteDifferencesGive() {
        for (int i = 0; i < 5; i++) {
            backpropagation.input()[i] = (float) random.nextGaussian();
        }
        backpropagation.forward();
        backpropagation.backward(TARGETS, WEIGHTS, 1);
        List<float[]> gradient = backpropagation.gradient();

        for (int k = 0; k < gradient.size(); k++) {
            float[] values = network.parameters().get(k);
            for (int i = 0; i < values.length; i++) {
                assertEquals(difference(values, i), gradient.get(k)[i], 2e-3, "parameter " + k + ", " + i);
            }
        }
    }

    private double difference(float[] values, int i) {
        float kept = values[i];
        values[i] = kept + STEP;
        double more = loss();
        values[i] = kept - STEP;
        double less = loss();
        values[i] = kept;
        return (more - less) / (2 * STEP);
    }

    private double loss() {
        float[] logits = backpropagation.forward();
        double loss = 0;
        for (int j = 0; j < logits.length; j++) {
            double likely = 1 / (1 + Math.exp(-logits[j]));
            loss -= WEIGHTS[j] * (TARGETS[j] * Math.log(likely) + (1 - TARGETS[j]) * Math.log(1 - likely));
        }
        return loss;
    }
}
