package io.tallygate.bench.training;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
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

    private static final int MOST_LAYERS = 9;

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

    /**
     * What {@link #file} gives.
     *
     * @throws IllegalArgumentException when it is no such file
     */
    static Network of(byte[] file) {
        try {
            FloatBuffer floats =
                    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            IntBuffer head =
                    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
            int[] widths = new int[Math.clamp(head.get(), 1, MOST_LAYERS) + 1];
            head.get(widths);
            floats.position(head.position());
            float[][] weights = new float[widths.length - 1][];
            float[][] biases = new float[widths.length - 1][];
            for (int layer = 0; layer < weights.length; layer++) {
                weights[layer] = new float[Math.multiplyExact(widths[layer], widths[layer + 1])];
                floats.get(weights[layer]);
                biases[layer] = new float[widths[layer + 1]];
                floats.get(biases[layer]);
            }
            if (floats.hasRemaining()) {
                throw new IllegalArgumentException("longer than its layers");
            }
            return new Network(widths, weights, biases);
        } catch (BufferUnderflowException | NegativeArraySizeException | ArithmeticException cut) {
            throw new IllegalArgumentException("no file of weights", cut);
        }
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
