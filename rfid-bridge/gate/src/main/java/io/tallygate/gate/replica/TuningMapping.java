package io.tallygate.gate.replica;

import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.facilities.v1.Tuning;
import io.tallygate.crossing.CrossingTuning;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a portal's message to the tuning of its detector. */
public final class TuningMapping {
    private static final Logger LOG = LoggerFactory.getLogger(TuningMapping.class);

    private TuningMapping() {}

    /** What is absent is as standard; figures out of bounds are left alone altogether: better a gate untuned than none. */
    public static CrossingTuning tuning(Portal portal) {
        CrossingTuning usual = CrossingTuning.standard();
        Tuning given = portal.getTuning();
        try {
            return new CrossingTuning(
                    given.hasCertainty() ? given.getCertainty() : usual.certainty(),
                    given.hasLeadMetres() ? given.getLeadMetres() : usual.leadMetres(),
                    given.hasFadeDb() ? given.getFadeDb() : usual.fadeDb(),
                    given.hasLeastSwingDb() ? given.getLeastSwingDb() : usual.leastSwingDb(),
                    strayDbm(portal),
                    offsetsDb(portal));
        } catch (IllegalArgumentException outOfBounds) {
            LOG.error("portal {} works untuned: {}", portal.getCode(), outOfBounds.getMessage());
            return usual;
        }
    }

    private static Map<Integer, Double> strayDbm(Portal portal) {
        Map<Integer, Double> levels = new HashMap<>();
        for (Antenna antenna : portal.getAntennasList()) {
            if (antenna.hasStrayDbm()) {
                levels.put(antenna.getId(), antenna.getStrayDbm());
            }
        }
        return levels;
    }

    private static Map<Integer, Double> offsetsDb(Portal portal) {
        Map<Integer, Double> offsets = new HashMap<>();
        for (Antenna antenna : portal.getAntennasList()) {
            if (antenna.hasOffsetDb()) {
                offsets.put(antenna.getId(), antenna.getOffsetDb());
            }
        }
        return offsets;
    }
}
