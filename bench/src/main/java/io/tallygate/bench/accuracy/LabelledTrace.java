package io.tallygate.bench.accuracy;

import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        Cast cast = new Cast(dice.split());
        scenario.play(cast, dice.split());
        List<TagObservation> reads =
                new Inventory(site, cast, spared.bodies() ? cast.bodies() : List.of(), dice.split()).run();
        return new LabelledTrace(family, scenario, seed, site.layout(), reads, carried(cast), truth(cast));
    }

    LabelledReads labelled() {
        return new LabelledReads(family + "/" + scenario, layout, CrossingTuning.standard(), reads, carried, tags);
    }

    private static Set<Epc> carried(Cast cast) {
        return cast.movers().stream()
                .filter(mover -> !mover.isStill())
                .map(Mover::epc)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Epc, List<TrueCrossing>> truth(Cast cast) {
        Map<Epc, List<TrueCrossing>> tags = new LinkedHashMap<>();
        for (Mover mover : cast.movers()) {
            List<TrueCrossing> crossings = new ArrayList<>();
            for (Way.Pass pass : mover.x().passes(mover.ahead())) {
                crossings.add(new TrueCrossing(
                        mover.epc(),
                        pass.speed() > 0 ? Direction.OUT : Direction.IN,
                        Math.round(pass.second() * 1e6),
                        Math.abs(pass.speed())));
            }
            tags.put(mover.epc(), crossings);
        }
        return tags;
    }
}
