package io.tallygate.crossing;

/**
 * The cells that a belief about one tag is spread over: five ways in which the gate may hear a tag, five gaits, and 24 places of a
 * quarter metre from three metres inside to three metres outside. No place lies on the line itself.
 */
final class LineGrid {
    static final int PLACES = 24;
    static final double PLACE_M = 0.25;
    static final int SHAPES = 5;

    /** Metres per second, outward positive: at rest, strolling and striding out, strolling and striding in. */
    private static final double[] GAITS = {0, 0.6, 2.0, -0.6, -2.0};

    static final int CELLS_PER_SHAPE = PLACES * GAITS.length;
    static final int CELLS = SHAPES * CELLS_PER_SHAPE;

    private static final float[] PLACE_OF = new float[CELLS];
    private static final double[] SPEED_OF = new double[CELLS];

    static {
        for (int cell = 0; cell < CELLS; cell++) {
            PLACE_OF[cell] = (float) ((cell % PLACES - PLACES / 2 + 0.5) * PLACE_M);
            SPEED_OF[cell] = GAITS[cell % CELLS_PER_SHAPE / PLACES];
        }
    }

    private LineGrid() {}

    static int gaits() {
        return GAITS.length;
    }

    /** The gait at rest is the first. */
    static double speed(int gait) {
        return GAITS[gait];
    }

    static double speedOfCell(int cell) {
        return SPEED_OF[cell];
    }

    /** Metres from the line, negative inside. */
    static float place(int cell) {
        return PLACE_OF[cell];
    }
}
