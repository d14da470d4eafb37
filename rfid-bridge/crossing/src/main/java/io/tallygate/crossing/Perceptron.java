package io.tallygate.crossing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A small multilayer perceptron with leaky rectifiers; its outputs are log odds. Not for several threads at once: what it computes with
 * is its own, only the weights are shared.
 *
 * <p>A file of weights holds, little-endian: the number of layers, the width of the input and of each layer (32-bit integers), then for
 * each layer its weights, by input, and its biases (32-bit floats).
 */
final class Perceptron {
    private static final float LEAK = 0.05f;
    private static final int MOST_LAYERS = 8;
    private static final int MOST_WIDTH = 1024;

    /**
     * What was learned.
     *
     * @param weights of each layer, a row for each of its inputs
     */
    record Weights(int[] widths, float[][][] weights, float[][] biases) {

        /** @throws UncheckedIOException when there is no such resource or it is no file of weights */
        static Weights resource(String name) {
            try (InputStream in = Perceptron.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IOException("no resource " + name);
                }
                return read(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("weights of the crossing rule: " + unreadable.getMessage(), unreadable);
            }
        }

        static Weights read(InputStream in) throws IOException {
            ByteBuffer file =
                    ByteBuffer.wrap(new DataInputStream(in).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int layers = within(file, MOST_LAYERS);
            int[] widths = new int[layers + 1];
            for (int i = 0; i <= layers; i++) {
                widths[i] = within(file, MOST_WIDTH);
            }
            float[][][] weights = new float[layers][][];
            float[][] biases = new float[layers][];
            for (int i = 0; i < layers; i++) {
                weights[i] = new float[widths[i]][];
                for (int input = 0; input < widths[i]; input++) {
                    weights[i][input] = floats(file, widths[i + 1]);
                }
                biases[i] = floats(file, widths[i + 1]);
            }
            if (file.hasRemaining()) {
                throw new IOException(file.remaining() + " bytes too many");
            }
            return new Weights(widths, weights, biases);
        }

        boolean fit(int inputs, int outputs) {
            return widths[0] == inputs && widths[widths.length - 1] == outputs;
        }

        private static int within(ByteBuffer file, int most) throws IOException {
            int number = file.remaining() >= Integer.BYTES ? file.getInt() : 0;
            if (number < 1 || number > most) {
                throw new IOException("not a file of weights");
            }
            return number;
        }

        private static float[] floats(ByteBuffer file, int count) throws IOException {
            if (file.remaining() < count * Float.BYTES) {
                throw new IOException("cut off");
            }
            float[] floats = new float[count];
            file.asFloatBuffer().get(floats);
            file.position(file.position() + count * Float.BYTES);
            return floats;
        }
    }

    private final Weights learned;
    private final float[][] layers;

    Perceptron(Weights learned, int inputs, int outputs) {
        int[] widths = learned.widths();
        if (!learned.fit(inputs, outputs)) {
            throw new IllegalArgumentException("weights for " + widths[0] + " figures, not " + inputs);
        }
        this.learned = learned;
        this.layers = new float[widths.length - 1][];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = new float[widths[i + 1]];
        }
    }

    /** Log odds; overwritten by the next call. */
    float[] weigh(float[] figures) {
        float[] from = figures;
        for (int i = 0; i < layers.length; i++) {
            float[] to = layers[i];
            System.arraycopy(learned.biases()[i], 0, to, 0, to.length);
            multiply(from, learned.weights()[i], to);
            if (i + 1 < layers.length) {
                for (int j = 0; j < to.length; j++) {
                    to[j] = Math.max(to[j], LEAK * to[j]);
                }
            }
            from = to;
        }
        return from;
    }

    // The compiler makes vectors of the inner loops, for which each row must be an array of its own. Four inputs at a
    // time, so that each
    // sum is fetched and put back once for four: this is most of what a read costs.
    private static void multiply(float[] from, float[][] rows, float[] to) {
        int input = 0;
        for (; input + 3 < rows.length; input += 4) {
            multiplyFour(from, input, rows, to);
        }
        for (; input < rows.length; input++) {
            float figure = from[input];
            float[] row = rows[input];
            for (int j = 0; j < to.length; j++) {
                to[j] += figure * row[j];
            }
        }
    }

    private static void multiplyFour(float[] from, int input, float[][] rows, float[] to) {
        float first = from[input];
        float second = from[input + 1];
        float third = from[input + 2];
        float fourth = from[input + 3];
        float[] firstRow = rows[input];
        float[] secondRow = rows[input + 1];
        float[] thirdRow = rows[input + 2];
        float[] fourthRow = rows[input + 3];
        for (int j = 0; j < to.length; j++) {
            to[j] += first * firstRow[j] + second * secondRow[j] + third * thirdRow[j] + fourth * fourthRow[j];
        }
    }
}
