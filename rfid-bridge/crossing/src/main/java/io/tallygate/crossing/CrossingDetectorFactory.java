package io.tallygate.crossing;

/** A rule of detection: makes a detector for each portal. */
@FunctionalInterface
public interface CrossingDetectorFactory {

    CrossingDetector create(PortalLayout layout);

    /** The rule in force. */
    static CrossingDetectorFactory standard() {
        return layout -> new ZoneBalanceDetector(layout, ZoneBalanceRule.standard());
    }
}
