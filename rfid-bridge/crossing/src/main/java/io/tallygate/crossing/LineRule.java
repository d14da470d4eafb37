package io.tallygate.crossing;

import org.jspecify.annotations.Nullable;

/** The tuning of one portal as its tracks need it. */
final class LineRule {
    static final String VERSION = "line-filter/6";

    /** Who strides needs no lead: the time in which the reads make sure takes them well over the line. */
    private static final double STRIDING = 1;

    private final CrossingTuning tuning;
    private final LineMotion motion = new LineMotion();
    private final LearnedRule learned;
    private final float[] countsAsOut = new float[LineGrid.CELLS];
    private final float[] countsAsIn = new float[LineGrid.CELLS];

    LineRule(CrossingTuning tuning, CrossingWeights weights, @Nullable SignsObserver observer) {
        this.tuning = tuning;
        this.learned = new LearnedRule(weights, observer);
        for (int cell = 0; cell < LineGrid.CELLS; cell++) {
            double speed = LineGrid.speedOfCell(cell);
            double place = LineGrid.place(cell);
            double lead = Math.abs(speed) < STRIDING ? tuning.leadMetres() : 0;
            countsAsOut[cell] = beyond(place + (speed > 0 ? lead : 0));
            countsAsIn[cell] = beyond((speed < 0 ? lead : 0) - place);
        }
    }

    /** The part of a cell that lies beyond the line when its middle does by {@code metres}. */
    private static float beyond(double metres) {
        return (float) Math.clamp(metres / LineGrid.PLACE_M + 0.5, 0, 1);
    }

    LineMotion motion() {
        return motion;
    }

    LearnedRule learned() {
        return learned;
    }

    double certainty() {
        return tuning.certainty();
    }

    double leastSwingDb() {
        return tuning.leastSwingDb();
    }

    double fadeVariance() {
        return tuning.fadeDb() * tuning.fadeDb();
    }

    /** How much of each cell counts as the side a tag goes to, 0 to 1. */
    float[] counts(Direction direction) {
        return direction == Direction.OUT ? countsAsOut : countsAsIn;
    }

    /** The strength as tuned, NaN when it is that of a stray. */
    double tuned(TagObservation read) {
        double dbm = read.rssiDbm() + tuning.offsetsDb().getOrDefault(read.antenna(), 0.0);
        return dbm < tuning.strayDbm().getOrDefault(read.antenna(), Double.NEGATIVE_INFINITY) ? Double.NaN : dbm;
    }
}
