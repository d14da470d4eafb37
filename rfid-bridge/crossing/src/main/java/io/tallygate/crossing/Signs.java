package io.tallygate.crossing;

import java.util.Arrays;

/** A row of figures for a {@link Perceptron}, filled from the left, each kept within bounds that no single one outweighs the rest. */
final class Signs {
    private static final float MOST = 6;

    private final float[] row;
    private int next;

    Signs(int length) {
        row = new float[length];
    }

    void rewind(int to) {
        next = to;
    }

    void put(double figure) {
        row[next++] = (float) Math.clamp(figure, -MOST, MOST);
    }

    /** A count or a time, of which doubling tells more than adding. */
    void putLog(double atLeastZero) {
        // Not log1p, which is exact where that does not matter and several times slower.
        put(Math.log(1 + atLeastZero));
    }

    /** Not to be kept: it is filled anew. */
    float[] row() {
        if (next != row.length) {
            throw new IllegalStateException(next + " of " + row.length + " signs are there");
        }
        return row;
    }

    float[] firstOf(int length) {
        if (next != length) {
            throw new IllegalStateException(next + " signs are there, not " + length);
        }
        return row;
    }

    float[] copy() {
        return Arrays.copyOf(row, row.length);
    }
}
