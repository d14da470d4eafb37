package io.tallygate.crossing;

import java.util.Arrays;

/**
 * Lets time pass for a belief: who walks gets on, some stop, start, turn or change their pace, and a tag that has been well on one side
 * for a second or two is taken to come from there. One for each detector; it owns the scratch space.
 */
final class LineMotion {
    private static final double LONGEST_STEP_S = 0.25;
    private static final int MOST_STEPS = 3;
    private static final double STARTS_PER_S = 0.3;
    private static final double PATIENCE_S = 60;
    private static final double STOPS_PER_S = 0.3;
    private static final double TURNS_PER_S = 0.12;
    private static final double SETTLES_PER_S = 0.8;
    /** Places on either side of the line where nothing settles: half a metre. */
    private static final int NEAR_PLACES = 2;

    /** Fading, bodies and turning tags make the strength at the line wander, in dB² for each second. */
    private static final double WANDER = 2;

    private final float[] insideMoved = new float[LineGrid.CELLS];
    private final float[] outsideMoved = new float[LineGrid.CELLS];
    private final float[] levelMoved = new float[LineGrid.CELLS];
    private final float[] level = new float[LineGrid.CELLS];
    private double startsPerSecond = STARTS_PER_S;

    /** @param inSightSeconds how long the tag has been there: the longer it has not gone, the less likely it goes now */
    void advance(LineBelief belief, double seconds, double inSightSeconds) {
        startsPerSecond = STARTS_PER_S / (1 + inSightSeconds / PATIENCE_S);
        int steps = Math.clamp((int) (seconds / LONGEST_STEP_S), 1, MOST_STEPS);
        for (int i = 0; i < steps; i++) {
            step(belief, Math.min(seconds / steps, MOST_STEPS * LONGEST_STEP_S));
        }
        for (int shape = 0; shape < LineGrid.SHAPES; shape++) {
            belief.atLineVariance[shape] += WANDER * seconds;
        }
        belief.normalise();
    }

    private void step(LineBelief belief, double seconds) {
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            level[cell] = (belief.fromInside[cell] + belief.fromOutside[cell]) * belief.atLineDbm[cell];
        }
        for (int from = 0, gait = 0; from < LineGrid.CELLS; from += LineGrid.PLACES, gait++) {
            double places = LineGrid.speed(gait % LineGrid.gaits()) * seconds / LineGrid.PLACE_M;
            walk(belief.fromInside, insideMoved, from, places);
            walk(belief.fromOutside, outsideMoved, from, places);
            walk(level, levelMoved, from, places);
        }
        mix(insideMoved, belief.fromInside, (float) seconds);
        mix(outsideMoved, belief.fromOutside, (float) seconds);
        mix(levelMoved, level, (float) seconds);
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            belief.atLineDbm[cell] = level[cell] / (belief.fromInside[cell] + belief.fromOutside[cell]);
        }
        settle(belief, (float) (1 - Math.exp(-SETTLES_PER_S * seconds)));
    }

    /** Moves one gait of one shape by {@code places}, shared between the two nearest; what would leave the grid stays at its edge. */
    private static void walk(float[] from, float[] to, int at, double places) {
        int whole = Math.min((int) Math.abs(places), LineGrid.PLACES - 1);
        float part = (float) (Math.abs(places) - whole);
        int last = at + LineGrid.PLACES - 1;
        if (places == 0) {
            System.arraycopy(from, at, to, at, LineGrid.PLACES);
        } else if (places > 0) {
            Arrays.fill(to, at, at + whole, 0);
            to[at + whole] = (1 - part) * from[at];
            for (int i = at + whole + 1; i <= last; i++) {
                to[i] = (1 - part) * from[i - whole] + part * from[i - whole - 1];
            }
            to[last] += part * from[last - whole];
            for (int i = last - whole + 1; i <= last; i++) {
                to[last] += from[i];
            }
        } else {
            Arrays.fill(to, last - whole + 1, last + 1, 0);
            to[last - whole] = (1 - part) * from[last];
            for (int i = at; i < last - whole; i++) {
                to[i] = (1 - part) * from[i + whole] + part * from[i + whole + 1];
            }
            to[at] += part * from[at + whole];
            for (int i = at; i < at + whole; i++) {
                to[at] += from[i];
            }
        }
    }

    private void mix(float[] from, float[] to, float seconds) {
        float start = (float) startsPerSecond * seconds / 4;
        float stop = (float) STOPS_PER_S * seconds;
        float turn = (float) TURNS_PER_S * seconds / 2;
        float pace = (float) TURNS_PER_S * seconds;
        float keep = 1 - stop - 2 * turn - pace;
        for (int shape = 0; shape < LineGrid.CELLS; shape += LineGrid.CELLS_PER_SHAPE) {
            for (int rest = shape; rest < shape + LineGrid.PLACES; rest++) {
                int strollOut = rest + LineGrid.PLACES;
                int strideOut = strollOut + LineGrid.PLACES;
                int strollIn = strideOut + LineGrid.PLACES;
                int strideIn = strollIn + LineGrid.PLACES;
                float out = from[strollOut] + from[strideOut];
                float in = from[strollIn] + from[strideIn];
                float started = start * from[rest];
                to[rest] = (1 - 4 * start) * from[rest] + stop * (out + in);
                to[strollOut] = started + keep * from[strollOut] + pace * from[strideOut] + turn * in;
                to[strideOut] = started + keep * from[strideOut] + pace * from[strollOut] + turn * in;
                to[strollIn] = started + keep * from[strollIn] + pace * from[strideIn] + turn * out;
                to[strideIn] = started + keep * from[strideIn] + pace * from[strollIn] + turn * out;
            }
        }
    }

    private static void settle(LineBelief belief, float part) {
        for (int row = 0; row < LineGrid.CELLS; row += LineGrid.PLACES) {
            settle(belief.fromOutside, belief.fromInside, row, row + LineGrid.PLACES / 2 - NEAR_PLACES, part);
            settle(
                    belief.fromInside,
                    belief.fromOutside,
                    row + LineGrid.PLACES / 2 + NEAR_PLACES,
                    row + LineGrid.PLACES,
                    part);
        }
    }

    private static void settle(float[] there, float[] here, int from, int to, float part) {
        for (int cell = from; cell < to; cell++) {
            float settled = part * there[cell];
            there[cell] -= settled;
            here[cell] += settled;
        }
    }
}
