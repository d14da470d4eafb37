package io.tallygate.crossing;

import java.util.Arrays;

/**
 * What is believed of one tag: how likely each cell of {@link LineGrid} is, kept apart by the side that the tag came from; and for
 * each cell the strength that the tag would have at the line, which makes up for body, make and mounting.
 *
 * <p>Likelihoods have heavy tails (Student's t with five degrees of freedom): a single odd read moves nothing far.
 */
final class LineBelief {
    private static final double AT_REST = 0.5;
    private static final double ON_SIDE_OF_FIRST_READ = 0.85;
    private static final double NEAR_LINE_M = 0.3;
    private static final double REST_NEAR_LINE = 0.05;
    private static final float TAIL = 5;
    /** Nothing is ever ruled out for good; it also keeps the arithmetic out of the processor's slow range. */
    private static final float FLOOR = 1e-9f;

    private static final float LEAST_SUM = 0.05f;

    final float[] fromInside = new float[LineGrid.CELLS];
    final float[] fromOutside = new float[LineGrid.CELLS];
    final float[] atLineDbm = new float[LineGrid.CELLS];
    /** Of {@link #atLineDbm}, for each shape. */
    final double[] atLineVariance = new double[LineGrid.SHAPES];
    /** The cells add up to this; they are brought back to one when time passes. */
    private float sum;

    /** Of the cells: those that come from inside, those that move, those in plain air, and their mean place times their sum. */
    private float inside;

    private float walking;
    private float plain;
    private float metres;

    private final LineRule rule;
    private float outward;
    private float inward;

    /** Before anything but its first read is known. Somebody first seen walking at the line came from behind them. */
    LineBelief(LineRule rule, Zone zone, double dbm, double variance) {
        this.rule = rule;
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            double place = LineGrid.place(cell);
            double speed = LineGrid.speedOfCell(cell);
            double here = (place > 0) == (zone == Zone.OUTSIDE) ? ON_SIDE_OF_FIRST_READ : 1 - ON_SIDE_OF_FIRST_READ;
            double likely = here * (speed == 0 ? AT_REST : (1 - AT_REST) / (LineGrid.gaits() - 1));
            if (speed == 0 && Math.abs(place) < NEAR_LINE_M) {
                likely *= REST_NEAR_LINE;
            }
            boolean outside = place - Math.signum(speed) * NEAR_LINE_M > 0;
            (outside ? fromOutside : fromInside)[cell] = (float) likely;
        }
        float[] shape = LineShapes.of(zone);
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            atLineDbm[cell] = (float) (dbm - shape[cell]);
        }
        Arrays.fill(atLineVariance, variance);
        normalise();
    }

    /**
     * @param fadeVariance of a moving tag around the model at this portal
     * @param noiseVariance of a read by itself
     * @param weight 0 to 1: a read soon after another of the same antenna sits in the same fade and says little new
     * @param restLikelihood how well the read fits a tag at rest, against a moving one that fits perfectly
     * @param restShare how much of the likelihood of a tag at rest that is, 0 to 1
     */
    record Weighing(double fadeVariance, double noiseVariance, double weight, double restLikelihood, double restShare) {

        double variance(int shape) {
            return LineShapes.fadeVariance(shape, fadeVariance) + noiseVariance * weight;
        }
    }

    void weigh(Zone zone, double dbm, Weighing by) {
        float[] shapes = LineShapes.of(zone);
        float rest = (float) (by.restShare() * by.restLikelihood());
        float share = (float) (1 - by.restShare());
        countAnew();
        double reference = by.variance(0) + by.weight() * atLineVariance[0];
        for (int shape = 0; shape < LineGrid.SHAPES; shape++) {
            int from = shape * LineGrid.CELLS_PER_SHAPE;
            int moving = from + LineGrid.PLACES;
            double spread = by.variance(shape) + by.weight() * atLineVariance[shape];
            // A shape that expects less spread bets more on each read: it wins by the fit and loses by the misfit.
            float sharp = (float) Math.pow(reference / spread, by.weight() / 2);
            float inverse = (float) (by.weight() / (TAIL * spread));
            float gain = gain(shape, by);
            weighCells(shapes, (float) dbm, inverse, gain, from, moving, sharp * share, rest);
            weighCells(shapes, (float) dbm, inverse, gain, moving, from + LineGrid.CELLS_PER_SHAPE, sharp, 0);
            count(shape);
            atLineVariance[shape] *= 1 - gain;
        }
        if (sum < LEAST_SUM) {
            normalise();
        }
    }

    private float gain(int shape, Weighing by) {
        double known = atLineVariance[shape];
        return (float) (known / (known + by.variance(shape) / Math.max(by.weight(), 1e-3)));
    }

    // The compiler makes vectors of this loop.
    private void weighCells(
            float[] shape, float dbm, float inverse, float gain, int from, int to, float share, float rest) {
        for (int cell = from; cell < to; cell++) {
            float error = dbm - atLineDbm[cell] - shape[cell];
            float fit = 1 / (1 + error * error * inverse);
            atLineDbm[cell] += gain * Math.min(1, 1.2f * fit) * error;
            float likelihood = share * fit * fit * fit + rest;
            fromInside[cell] *= likelihood;
            fromOutside[cell] *= likelihood;
        }
    }

    private void countAnew() {
        sum = 0;
        outward = 0;
        inward = 0;
        inside = 0;
        walking = 0;
        plain = 0;
        metres = 0;
    }

    private void count(int shape) {
        int from = shape * LineGrid.CELLS_PER_SHAPE;
        int moving = from + LineGrid.PLACES;
        float atRest = count(from, moving);
        float moves = count(moving, from + LineGrid.CELLS_PER_SHAPE);
        walking += moves;
        plain += shape < LineShapes.FIRST_PLAIN ? 0 : atRest + moves;
        sum += atRest + moves;
    }

    private float count(int from, int to) {
        float[] countsOut = rule.counts(Direction.OUT);
        float[] countsIn = rule.counts(Direction.IN);
        float ofInside = 0;
        float ofOutside = 0;
        float out = 0;
        float in = 0;
        float place = 0;
        for (int cell = from; cell < to; cell++) {
            float hereFromInside = fromInside[cell];
            float hereFromOutside = fromOutside[cell];
            ofInside += hereFromInside;
            ofOutside += hereFromOutside;
            out += hereFromInside * countsOut[cell];
            in += hereFromOutside * countsIn[cell];
            place += (hereFromInside + hereFromOutside) * LineGrid.place(cell);
        }
        inside += ofInside;
        outward += out;
        inward += in;
        metres += place;
        return ofInside + ofOutside;
    }

    /** {@code zone} has had the time to read it and has not: it is weak there, near or below {@code floorDbm}. */
    void missedBy(Zone zone, double floorDbm, double chanceWhenStrong, double softDb) {
        float[] shape = LineShapes.of(zone);
        float floor = (float) floorDbm;
        float steep = (float) (1 / (2 * softDb));
        float half = (float) chanceWhenStrong / 2;
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            float above = Math.max(-3, Math.min(3, (atLineDbm[cell] + shape[cell] - floor) * steep));
            // The hyperbolic tangent, near enough, of which the compiler makes vectors.
            float square = above * above;
            float tanh = above * (27 + square) / (27 + 9 * square);
            float likelihood = 1 - half * (1 + tanh);
            fromInside[cell] *= likelihood;
            fromOutside[cell] *= likelihood;
        }
        normalise();
    }

    /** Brings the cells back to a sum of one. */
    void normalise() {
        float all = 0;
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            all += fromInside[cell] + fromOutside[cell];
        }
        float scale = 1 / all;
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            fromInside[cell] = fromInside[cell] * scale + FLOOR;
            fromOutside[cell] = fromOutside[cell] * scale + FLOOR;
        }
        countAnew();
        for (int shape = 0; shape < LineGrid.SHAPES; shape++) {
            count(shape);
        }
    }

    /** The crossing is taken for true: wherever the tag is, it now comes from the side it went to. */
    void settle(Direction direction) {
        float[] to = direction == Direction.OUT ? fromOutside : fromInside;
        float[] from = direction == Direction.OUT ? fromInside : fromOutside;
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            to[cell] += from[cell];
        }
        Arrays.fill(from, 0);
        normalise();
    }

    BeliefFigures figures() {
        return new BeliefFigures(outward / sum, inward / sum, metres / sum, walking / sum, plain / sum, inside / sum);
    }
}
