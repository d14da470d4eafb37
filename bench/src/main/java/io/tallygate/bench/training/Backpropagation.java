package io.tallygate.bench.training;

import java.util.Arrays;
import java.util.List;

/** Runs a {@link Network} over row after row and sums up the gradient of the loss. For one thread. */
final class Backpropagation {
    /** As the rule's own perceptron leaks. */
    private static final float LEAK = 0.05f;

    private final Network network;
    private final Network gradient;
    /** The input, then what each layer gives. */
    private final float[][] values;

    /** The gradient by what each layer gives. */
    private final float[][] errors;

    private double loss;

    Backpropagation(Network network) {
        this.network = network;
        this.gradient = new Network(network.widths(), like(network.weights()), like(network.biases()));
        this.values = new float[network.widths().length][];
        this.errors = new float[network.widths().length][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new float[network.widths()[i]];
            errors[i] = new float[network.widths()[i]];
        }
    }

    private static float[][] like(float[][] arrays) {
        return Arrays.stream(arrays).map(array -> new float[array.length]).toArray(float[][]::new);
    }

    /** To be filled before {@link #forward}. */
    float[] input() {
        return values[0];
    }

    /** Log odds; overwritten by the next call. */
    float[] forward() {
        for (int layer = 0; layer < network.layers(); layer++) {
            float[] from = values[layer];
            float[] to = values[layer + 1];
            float[] weights = network.weights()[layer];
            System.arraycopy(network.biases()[layer], 0, to, 0, to.length);
            for (int i = 0, at = 0; i < from.length; i++, at += to.length) {
                float value = from[i];
                for (int j = 0; j < to.length; j++) {
                    to[j] += value * weights[at + j];
                }
            }
            if (layer + 1 < network.layers()) {
                leak(to);
            }
        }
        return values[values.length - 1];
    }

    private static void leak(float[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(values[j], LEAK * values[j]);
        }
    }

    /**
     * Adds the loss of the last {@link #forward} and its gradient: cross-entropy of each output with its target, weighted.
     *
     * @param share what the row counts among those that are summed up
     */
    void backward(float[] targets, float[] targetWeights, float share) {
        float[] outputs = values[values.length - 1];
        float[] error = errors[errors.length - 1];
        for (int j = 0; j < outputs.length; j++) {
            float probability = (float) (1 / (1 + Math.exp(-outputs[j])));
            error[j] = share * targetWeights[j] * (probability - targets[j]);
        }
        loss += share * firstLoss(targets, targetWeights);
        for (int layer = network.layers() - 1; layer >= 0; layer--) {
            addGradient(layer);
            if (layer > 0) {
                passBack(layer);
            }
        }
    }

    /** The weighted cross-entropy of the first output alone: that of having crossed. */
    double firstLoss(float[] targets, float[] targetWeights) {
        double logit = values[values.length - 1][0];
        return targetWeights[0] * (Math.max(logit, 0) - logit * targets[0] + Math.log1p(Math.exp(-Math.abs(logit))));
    }

    private void addGradient(int layer) {
        float[] from = values[layer];
        float[] error = errors[layer + 1];
        float[] weights = gradient.weights()[layer];
        float[] biases = gradient.biases()[layer];
        for (int i = 0, at = 0; i < from.length; i++, at += error.length) {
            float value = from[i];
            for (int j = 0; j < error.length; j++) {
                weights[at + j] += value * error[j];
            }
        }
        for (int j = 0; j < error.length; j++) {
            biases[j] += error[j];
        }
    }

    private void passBack(int layer) {
        float[] error = errors[layer + 1];
        float[] weights = network.weights()[layer];
        for (int i = 0, at = 0; i < errors[layer].length; i++, at += error.length) {
            float sum = 0;
            for (int j = 0; j < error.length; j++) {
                sum += error[j] * weights[at + j];
            }
            errors[layer][i] = sum * (values[layer][i] > 0 ? 1 : LEAK);
        }
    }

    /** As {@link Network#parameters}; summed up since {@link #clear}. */
    List<float[]> gradient() {
        return gradient.parameters();
    }

    /** Of the first output, summed up since {@link #clear}. */
    double loss() {
        return loss;
    }

    void clear() {
        loss = 0;
        gradient().forEach(values -> Arrays.fill(values, 0));
    }
}
