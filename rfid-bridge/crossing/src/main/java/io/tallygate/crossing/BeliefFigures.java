package io.tallygate.crossing;

/**
 * A {@link LineBelief} in a few figures.
 *
 * @param crossedOut probability of having come from inside and being outside
 * @param crossedIn the other way round
 * @param placeMetres mean place, negative inside
 * @param walking probability of moving
 * @param inPlainAir probability that strengths fall slowly and hardly fade here
 * @param cameFromInside probability of having come from inside
 */
record BeliefFigures(
        double crossedOut,
        double crossedIn,
        double placeMetres,
        double walking,
        double inPlainAir,
        double cameFromInside) {
    private static final double LEAST = 1e-4;

    double crossed(Direction direction) {
        return direction == Direction.OUT ? crossedOut : crossedIn;
    }

    double cameFrom(Zone zone) {
        return zone == Zone.INSIDE ? cameFromInside : 1 - cameFromInside;
    }

    /** A third of the log odds. */
    double crossedLogit(Direction direction) {
        double likely = Math.clamp(crossed(direction), LEAST, 1 - LEAST);
        return Math.log(likely / (1 - likely)) / 3;
    }
}
