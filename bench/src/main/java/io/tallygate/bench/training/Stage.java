package io.tallygate.bench.training;

import io.tallygate.crossing.CrossingWeights;

/** One of the two things that are learned. */
enum Stage {
    /** From a tag's own signs: whether it has crossed, and whether it moves. */
    OWN_SIGNS("own-signs.weights", CrossingWeights.OWN_SIGNS, 2) {
        @Override
        boolean counts(SignRows rows, int row) {
            return true;
        }

        @Override
        void targets(SignRows rows, int row, float[] targets, float[] weights) {
            super.targets(rows, row, targets, weights);
            targets[1] = rows.moves(row);
            weights[1] = MOVES_WEIGHT;
        }
    },
    /** From all signs: whether it has crossed. */
    ALL_SIGNS("with-others.weights", CrossingWeights.ALL_SIGNS, 1) {
        @Override
        boolean counts(SignRows rows, int row) {
            return rows.weight(row) > 0;
        }
    };

    private static final float MOVES_WEIGHT = 0.3f;
    private static final int FIRST_LAYER = 64;
    private static final int SECOND_LAYER = 32;

    private final String file;
    private final int inputs;
    private final int outputs;

    Stage(String file, int inputs, int outputs) {
        this.file = file;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** The name under which the rule looks for it. */
    String file() {
        return file;
    }

    int outputs() {
        return outputs;
    }

    int[] widths() {
        return new int[] {inputs, FIRST_LAYER, SECOND_LAYER, outputs};
    }

    abstract boolean counts(SignRows rows, int row);

    /** Fills in what each output should be, 0 or 1, and how much it matters. */
    void targets(SignRows rows, int row, float[] targets, float[] weights) {
        targets[0] = rows.crossed(row);
        weights[0] = rows.weight(row);
    }
}
