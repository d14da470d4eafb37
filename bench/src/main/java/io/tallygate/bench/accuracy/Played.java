package io.tallygate.bench.accuracy;

import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.TagObservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened at a gate, and what its reader told of it. */
record Played(Site site, Cast cast, List<TagObservation> reads) {

    /** @param bodies whether people stand in the way of waves */
    static Played of(Scenario scenario, Site site, boolean bodies, Dice dice) {
        Cast cast = new Cast(dice.split());
        scenario.play(cast, dice.split());
        List<TagObservation> reads = new Inventory(site, cast, bodies ? cast.bodies() : List.of(), dice.split()).run();
        return new Played(site, cast, reads);
    }

    LabelledReads labelled(String kind) {
        return new LabelledReads(kind, site.layout(), CrossingTuning.standard(), reads, carried(), truth());
    }

    /** The tags that were moved about, whether or not they passed the line. */
    Set<Epc> carried() {
        return cast.movers().stream()
                .filter(mover -> !mover.isStill())
                .map(Mover::epc)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every tag there was, with its crossings in the order of time, empty for a tag that never passed the line. */
    Map<Epc, List<TrueCrossing>> truth() {
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
