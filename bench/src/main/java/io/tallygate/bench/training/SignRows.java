package io.tallygate.bench.training;

import io.tallygate.crossing.CrossingWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows to learn from: whether it has crossed, how much that matters, whether it moves, and its signs. Many millions fit. */
final class SignRows {
    private static final int CROSSED = 0;
    private static final int WEIGHT = 1;
    private static final int MOVES = 2;
    private static final int SIGNS = 3;
    private static final int WIDTH = SIGNS + CrossingWeights.ALL_SIGNS;
    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_ROWS = 1 << CHUNK_BITS;

    private final List<float[]> chunks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(float crossed, float weight, float moves, float[] signs) {
        float[] chunk = chunkFor(size);
        int at = offset(size);
        chunk[at + CROSSED] = crossed;
        chunk[at + WEIGHT] = weight;
        chunk[at + MOVES] = moves;
        for (int i = 0; i < CrossingWeights.ALL_SIGNS; i++) {
            chunk[at + SIGNS + i] = Float.isNaN(signs[i]) ? 0 : signs[i];
        }
        size++;
    }

    void addAll(SignRows others) {
        for (int row = 0; row < others.size; row++) {
            System.arraycopy(others.chunkOf(row), offset(row), chunkFor(size), offset(size), WIDTH);
            size++;
        }
    }

    /** A trace has few rows, a training has many: the first chunk grows with them. */
    private float[] chunkFor(int row) {
        int chunk = row >>> CHUNK_BITS;
        if (chunk == chunks.size()) {
            chunks.add(new float[(chunk == 0 ? 64 : CHUNK_ROWS) * WIDTH]);
        }
        float[] rows = chunks.get(chunk);
        if (offset(row) == rows.length) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
            chunks.set(chunk, rows);
        }
        return rows;
    }

    private float[] chunkOf(int row) {
        return chunks.get(row >>> CHUNK_BITS);
    }

    private static int offset(int row) {
        return (row & CHUNK_ROWS - 1) * WIDTH;
    }

    float crossed(int row) {
        return chunkOf(row)[offset(row) + CROSSED];
    }

    float weight(int row) {
        return chunkOf(row)[offset(row) + WEIGHT];
    }

    float moves(int row) {
        return chunkOf(row)[offset(row) + MOVES];
    }

    /** Copies as many of the row's signs as {@code to} takes. */
    void signs(int row, float[] to) {
        System.arraycopy(chunkOf(row), offset(row) + SIGNS, to, 0, to.length);
    }
}
