package io.tallygate.bench.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A perceptron that learns; its outputs are log odds.
 *
 * @param widths of the input and of each layer
 * @param weights of each layer, by input
 * @param biases of each layer
 */
record Network(int[] widths, float[][] weights, float[][] biases) {

    static Network drawn(SplittableRandom random, int... widths) {
        float[][] weights = new float[widths.length - 1][];
        float[][] biases = new float[widths.length - 1][];
        for (int layer = 0; layer < weights.length; layer++) {
            double spread = Math.sqrt(2.0 / widths[layer]);
            weights[layer] = new float[widths[layer] * widths[layer + 1]];
            biases[layer] = new float[widths[layer + 1]];
            for (int i = 0; i < weights[layer].length; i++) {
                weights[layer][i] = (float) (spread * random.nextGaussian());
            }
        }
        return new Network(widths, weights, biases);
    }

    int layers() {
        return weights.length;
    }

    /** All there is to learn: weights of each layer, then biases of each layer; the arrays themselves. */
    List<float[]> parameters() {
        List<float[]> all = new ArrayList<>(Arrays.asList(weights));
        all.addAll(Arrays.asList(biases));
        return all;
    }

    /** In the format that the rule reads: little-endian, number of layers, widths, then weights and biases of each layer. */
    byte[] file() {
        int floats = parameters().stream().mapToInt(values -> values.length).sum();
        ByteBuffer file =
                ByteBuffer.allocate((1 + widths.length + floats) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(layers());
        for (int width : widths) {
            file.putInt(width);
        }
        for (int layer = 0; layer < layers(); layer++) {
            put(file, weights[layer]);
            put(file, biases[layer]);
        }
        return file.array();
    }

    private static void put(ByteBuffer file, float[] values) {
        for (float value : values) {
            file.putFloat(value);
        }
    }
}
