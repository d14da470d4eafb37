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
        return layout -> new LineFilterDetector(layout, tuning);
    }
}
