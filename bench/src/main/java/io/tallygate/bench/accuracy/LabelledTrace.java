package io.tallygate.bench.accuracy;

import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One trace with its truth.
 *
 * @param carried the tags that were moved about, whether or not they passed the line
 * @param tags every tag there was, with its crossings in the order of time, empty for a tag that never passed the line
 */
record LabelledTrace(
        Family family,
        Scenario scenario,
        long seed,
        PortalLayout layout,
        List<TagObservation> reads,
        Set<Epc> carried,
        Map<Epc, List<TrueCrossing>> tags) {

    /** The same seed gives the same trace. */
    static LabelledTrace draw(Family family, Scenario scenario, long seed) {
        return draw(family, scenario, seed, Spared.NOTHING);
    }

    static LabelledTrace draw(Family family, Scenario scenario, long seed, Spared spared) {
        Dice dice = new Dice(seed * 1_000 + family.ordinal() * 31L + scenario.ordinal());
        Site site = spared.of(family.draw(dice.split()));
        Played played = Played.of(scenario, site, spared.bodies(), dice);
        return new LabelledTrace(
                family, scenario, seed, site.layout(), played.reads(), played.carried(), played.truth());
    }

    LabelledReads labelled() {
        return new LabelledReads(family + "/" + scenario, layout, CrossingTuning.standard(), reads, carried, tags);
    }
}
