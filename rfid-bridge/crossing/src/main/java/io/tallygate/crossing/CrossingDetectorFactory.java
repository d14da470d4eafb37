package io.tallygate.crossing;

/** A rule of detection: makes a detector for each portal. */
@FunctionalInterface
public interface CrossingDetectorFactory {

    CrossingDetector create(PortalLayout layout);

    /** The rule in force, as it comes. */
    static CrossingDetectorFactory standard() {
        return tuned(CrossingTuning.standard());
    }

    /** The rule in force, tuned to a portal. */
    static CrossingDetectorFactory tuned(CrossingTuning tuning) {
        return layout -> new LineFilterDetector(layout, () -> new LineRule(tuning, CrossingWeights.builtIn(), null));
    }

    /** The rule in force and a mark of its tuning, as crossings name it: {@code line-filter/6+8f21ac03}. */
    static String ruleVersion(CrossingTuning tuning) {
        return LineRule.VERSION + TuningMark.of(tuning);
    }

    /** The rule with other weights, and with somebody who watches what it weighs: for training. */
    static CrossingDetectorFactory observed(CrossingTuning tuning, CrossingWeights weights, SignsObserver observer) {
        return layout -> new LineFilterDetector(layout, () -> new LineRule(tuning, weights, observer));
    }
}
