package io.tallygate.gate.portal;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.TuningMark;
import io.tallygate.gate.ledger.PortalPlan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The detector of one portal, made anew when its tuning, the zones of its antennas or their power change: whoever is in the gate at
 * that moment is followed from there on.
 */
final class TunedDetector {
    private static final Logger LOG = LoggerFactory.getLogger(TunedDetector.class);

    /** As the detector was made for. */
    private PortalPlan made;

    private CrossingTuning tuning;
    private CrossingDetector detector;
    /** Made once: what is done at a crossing is done before the horn. */
    private String mark;

    private boolean beganAnew = true;

    TunedDetector(PortalPlan plan) {
        this.made = plan;
        this.tuning = plan.tuning();
        this.detector = make(plan);
        this.mark = TuningMark.of(plan.tuning());
    }

    private static CrossingDetector make(PortalPlan plan) {
        return CrossingDetectorFactory.tuned(plan.tuning()).create(plan.layout());
    }

    /**
     * @param plan as it stands at the moment of the read
     * @return the crossing that this read settles, the tuning named in its rule version; null when it settles none
     */
    @Nullable
    Crossing onRead(PortalPlan plan, TagObservation read) {
        if (plan != made) {
            follow(plan);
        }
        Crossing crossing = detector.onRead(read);
        return crossing == null || mark.isEmpty() ? crossing : marked(crossing);
    }

    private void follow(PortalPlan plan) {
        boolean same = hearsAlike(plan, made);
        made = plan;
        if (same) {
            return;
        }
        LOG.info("portal {} is judged anew: antennas {}, {}", plan.code(), plan.antennas(), plan.tuning());
        tuning = plan.tuning();
        detector = make(plan);
        mark = TuningMark.of(tuning);
        beganAnew = true;
    }

    /** Another power changes how strongly everything is heard: what was learnt of a tag's strength holds no more. */
    private static boolean hearsAlike(PortalPlan one, PortalPlan other) {
        return one.tuning().equals(other.tuning())
                && one.antennas().equals(other.antennas())
                && one.reader().power().equals(other.reader().power());
    }

    private Crossing marked(Crossing crossing) {
        return new Crossing(
                crossing.epc(),
                crossing.direction(),
                crossing.decidedAtUs(),
                crossing.confidence(),
                crossing.evidence(),
                crossing.ruleVersion() + mark,
                crossing.figures());
    }

    void reset() {
        detector.reset();
        beganAnew = true;
    }

    /** The rule version that it follows, once after each time it began to know nothing, with the read that it then began with; else empty. */
    String takeBeginning() {
        if (!beganAnew) {
            return "";
        }
        beganAnew = false;
        return CrossingDetectorFactory.ruleVersion(tuning);
    }
}
