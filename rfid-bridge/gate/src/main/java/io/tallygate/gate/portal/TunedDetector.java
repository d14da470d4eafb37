package io.tallygate.gate.portal;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.TagObservation;
import io.tallygate.gate.ledger.PortalPlan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The detector of one portal, made anew when its tuning changes: whoever is in the gate at that moment is followed from there on. */
final class TunedDetector {
    private static final Logger LOG = LoggerFactory.getLogger(TunedDetector.class);

    private CrossingTuning tuning;
    private CrossingDetector detector;

    TunedDetector(PortalPlan plan) {
        this.tuning = plan.tuning();
        this.detector = make(plan);
    }

    private static CrossingDetector make(PortalPlan plan) {
        return CrossingDetectorFactory.tuned(plan.tuning()).create(plan.layout());
    }

    /** @param plan as it stands at the moment of the read */
    @Nullable
    Crossing onRead(PortalPlan plan, TagObservation read) {
        if (!plan.tuning().equals(tuning)) {
            LOG.info("portal {} is tuned anew: {}", plan.code(), plan.tuning());
            tuning = plan.tuning();
            detector = make(plan);
        }
        return detector.onRead(read);
    }

    void reset() {
        detector.reset();
    }
}
