package io.tallygate.bench.training;

/**
 * Two networks as one whose log odds are the mean of theirs: side by side up to the last layer. What one training got wrong by chance,
 * another seldom does.
 */
final class Mean {
    private final int[] widths;
    private final float[][] weights;
    private final float[][] biases;

    private Mean(int[] widths) {
        this.widths = widths;
        this.weights = new float[widths.length - 1][];
        this.biases = new float[widths.length - 1][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = new float[widths[layer] * widths[layer + 1]];
            biases[layer] = new float[widths[layer + 1]];
        }
    }

    /** @throws IllegalArgumentException when they differ in inputs, outputs or layers */
    static Network of(Network one, Network other) {
        int layers = one.layers();
        int[] widths = one.widths().clone();
        if (other.layers() != layers || other.widths()[0] != widths[0] || other.widths()[layers] != widths[layers]) {
            throw new IllegalArgumentException("networks of other inputs, outputs or layers have no mean");
        }
        for (int hidden = 1; hidden < layers; hidden++) {
            widths[hidden] += other.widths()[hidden];
        }
        Mean mean = new Mean(widths);
        for (int layer = 0; layer < layers; layer++) {
            mean.add(layer, one, 0, 0);
            boolean first = layer == 0;
            boolean last = layer == layers - 1;
            mean.add(layer, other, first ? 0 : one.widths()[layer], last ? 0 : one.widths()[layer + 1]);
        }
        return new Network(widths, mean.weights, mean.biases);
    }

    /** Puts a layer of a network where its inputs begin with {@code row} and its outputs with {@code column}. */
    private void add(int layer, Network network, int row, int column) {
        float share = layer == weights.length - 1 ? 0.5f : 1;
        int inputs = network.widths()[layer];
        int outputs = network.widths()[layer + 1];
        for (int j = 0; j < outputs; j++) {
            biases[layer][column + j] += share * network.biases()[layer][j];
            for (int i = 0; i < inputs; i++) {
                weights[layer][(row + i) * widths[layer + 1] + column + j] +=
                        share * network.weights()[layer][i * outputs + j];
            }
        }
    }
}
