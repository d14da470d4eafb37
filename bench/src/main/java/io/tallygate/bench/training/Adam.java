package io.tallygate.bench.training;

import java.util.List;

/** Steps down a gradient by its running mean over the root of its running square (Kingma and Ba, 2015), with decaying weights. */
final class Adam {
    private static final double MEAN_NEWS = 0.1;
    private static final double SQUARE_NEWS = 0.001;
    private static final double LEAST_ROOT = 1e-8;
    private static final double DECAY = 1e-3;

    private final Network network;
    private final List<float[]> means;
    private final List<float[]> squares;
    private int steps;

    Adam(Network network) {
        this.network = network;
        this.means = zeros();
        this.squares = zeros();
    }

    private List<float[]> zeros() {
        return network.parameters().stream()
                .map(values -> new float[values.length])
                .toList();
    }

    /** @param gradient as {@link Network#parameters} */
    void step(List<float[]> gradient, double rate) {
        steps++;
        double meanGrown = 1 - Math.pow(1 - MEAN_NEWS, steps);
        double squareGrown = 1 - Math.pow(1 - SQUARE_NEWS, steps);
        List<float[]> parameters = network.parameters();
        for (int k = 0; k < parameters.size(); k++) {
            float[] values = parameters.get(k);
            float[] mean = means.get(k);
            float[] square = squares.get(k);
            float[] by = gradient.get(k);
            double kept = k < network.layers() ? 1 - rate * DECAY : 1;
            for (int i = 0; i < values.length; i++) {
                mean[i] += (float) (MEAN_NEWS * (by[i] - mean[i]));
                square[i] += (float) (SQUARE_NEWS * (by[i] * by[i] - square[i]));
                double root = Math.sqrt(square[i] / squareGrown) + LEAST_ROOT;
                values[i] = (float) (kept * (values[i] - rate * mean[i] / meanGrown / root));
            }
        }
    }
}
