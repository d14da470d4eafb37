package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.Zone;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Baseline: a tag that an outside antenna reads has gone out; one that it has read before, when an inside antenna reads it, came in. */
final class AnyOutsideReadDetector implements CrossingDetector {
    private final PortalLayout layout;
    private final Map<Epc, Zone> lastZones = new HashMap<>();

    AnyOutsideReadDetector(PortalLayout layout) {
        this.layout = layout;
    }

    @Override
    public @Nullable Crossing onRead(TagObservation read) {
        Zone zone = layout.zoneOf(read.antenna());
        if (zone == null) {
            return null;
        }
        Zone last = lastZones.put(read.epc(), zone);
        if (zone == last || last == null && zone == Zone.INSIDE) {
            return null;
        }
        Direction direction = zone == Zone.OUTSIDE ? Direction.OUT : Direction.IN;
        return Decisions.of(read, direction, "any-outside-read");
    }

    @Override
    public void reset() {
        lastZones.clear();
    }

    @Override
    public int trackedTags() {
        return lastZones.size();
    }
}
