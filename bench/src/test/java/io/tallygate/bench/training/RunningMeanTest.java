package io.tallygate.bench.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunningMeanTest {

    @Test
    void shouldSettleOnTheMeanOfAllStepsWhileTheyAreFew() {
        Network network = Network.drawn(new SplittableRandom(1), new int[] {2, 3, 1});
        RunningMean mean = new RunningMean(network);

        for (float step : new float[] {1, 2, 6}) {
            network.parameters().forEach(values -> Arrays.fill(values, step));
            mean.add();
        }
        mean.settle();

        network.parameters().forEach(values -> {
            for (float value : values) {
                assertEquals(3, value, 1e-5);
            }
        });
    }

    @Test
    void shouldForgetWhatWasLongAgo() {
        Network network = Network.drawn(new SplittableRandom(1), new int[] {2, 3, 1});
        RunningMean mean = new RunningMean(network);

        for (int step = 0; step < 20_000; step++) {
            float now = step < 5_000 ? 100 : 1;
            network.parameters().forEach(values -> Arrays.fill(values, now));
            mean.add();
        }
        mean.settle();

        assertEquals(1, network.parameters().getFirst()[0], 1e-3);
    }
}
