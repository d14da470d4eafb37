package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.TagObservation;
import java.util.List;
import java.util.Map;

/** A baseline's decision: the read that made it, and nothing else to show for it. */
final class Decisions {
    private Decisions() {}

    static Crossing of(TagObservation read, Direction direction, String rule) {
        return new Crossing(read.epc(), direction, read.timeUs(), 0.5, List.of(read), rule, Map.of());
    }
}
