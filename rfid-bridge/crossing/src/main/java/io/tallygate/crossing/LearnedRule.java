package io.tallygate.crossing;

import org.jspecify.annotations.Nullable;

/**
 * Weighs the signs of a tag: first its own, then with them those of all moving tags at the portal. The weights come from labelled traces
 * of many radio models ({@code docs/accuracy.md}); with them they are part of the rule's version. One for each detector.
 */
final class LearnedRule {
    private static final int ALL = CrossingWeights.ALL_SIGNS;
    private static final double MOST_LOGIT = 9.2;

    private final @Nullable Perceptron own;
    private final @Nullable Perceptron withOthers;
    private final @Nullable SignsObserver observer;
    private final Signs outward = new Signs(ALL);
    private final Signs inward = new Signs(ALL);
    private final MovingTags moving = new MovingTags();

    LearnedRule(CrossingWeights weights, @Nullable SignsObserver observer) {
        this.own = weights.own();
        this.withOthers = weights.withOthers();
        this.observer = observer;
    }

    /**
     * @param outLogit a third of the log odds of having crossed out, by its own signs; so {@code inLogit}
     * @param moves how likely the tag moves, 0 to 1
     */
    record Own(double outLogit, double inLogit, double moves) {

        /** How likely it crossed, by its own signs alone. */
        double crossed(Direction direction) {
            return probability(3 * (direction == Direction.OUT ? outLogit : inLogit));
        }
    }

    Own byItself(TagSigns signs, BeliefFigures belief) {
        float[] outSigns = write(outward, Direction.OUT, signs, belief);
        float[] inSigns = write(inward, Direction.IN, signs, belief);
        Perceptron weighing = own;
        if (weighing == null) {
            return new Own(belief.crossedLogit(Direction.OUT), belief.crossedLogit(Direction.IN), belief.walking());
        }
        float[] out = weighing.weigh(outSigns);
        double outLogit = third(out[0]);
        double outMoves = out[1];
        float[] in = weighing.weigh(inSigns);
        return new Own(outLogit, third(in[0]), probability((outMoves + in[1]) / 2));
    }

    private static float[] write(Signs to, Direction direction, TagSigns signs, BeliefFigures belief) {
        to.rewind(0);
        signs.write(to, direction, belief);
        return to.firstOf(TagSigns.COUNT);
    }

    MovingTags moving() {
        return moving;
    }

    /** How likely it crossed, all signs taken together; to be called right after {@link #byItself} of the same tag. */
    double crossed(Direction direction, Own byItself, MovingTags.Sums ownSums, BeliefFigures belief) {
        if (withOthers == null) {
            return belief.crossed(direction);
        }
        Signs signs = withOthers(direction, byItself, ownSums, belief);
        return probability(3 * third(withOthers.weigh(signs.row())[0]));
    }

    private Signs withOthers(Direction direction, Own byItself, MovingTags.Sums ownSums, BeliefFigures belief) {
        Signs signs = direction == Direction.OUT ? outward : inward;
        signs.rewind(TagSigns.COUNT);
        signs.put(direction == Direction.OUT ? byItself.outLogit() : byItself.inLogit());
        moving.write(signs, direction, ownSums, belief);
        return signs;
    }

    /** Shows what is weighed to whoever watches; to be called right after {@link #byItself} of the same tag. */
    void show(Epc epc, long timeUs, Own byItself, MovingTags.Sums ownSums, BeliefFigures belief) {
        if (observer != null && observer.wants(epc, timeUs)) {
            for (Direction direction : Direction.values()) {
                float[] signs = withOthers(direction, byItself, ownSums, belief).copy();
                observer.seen(epc, timeUs, direction, signs);
            }
        }
    }

    private static double third(double logit) {
        return Math.clamp(logit, -MOST_LOGIT, MOST_LOGIT) / 3;
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
