package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.Zone;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Baseline: mean strength of the last half second in each zone; a tag changes sides when the other zone leads by {@value #HYSTERESIS_DB} dB. */
final class ZoneMeanDetector implements CrossingDetector {
    private static final double HYSTERESIS_DB = 3;
    private static final long WINDOW_US = 500_000;
    /** What a zone that does not see the tag at all is taken to see. */
    private static final double UNSEEN_DBM = -85;

    private final PortalLayout layout;
    private final Map<Epc, Deque<TagObservation>> windows = new HashMap<>();
    private final Map<Epc, Zone> sides = new HashMap<>();

    ZoneMeanDetector(PortalLayout layout) {
        this.layout = layout;
    }

    @Override
    public @Nullable Crossing onRead(TagObservation read) {
        Deque<TagObservation> window = windows.computeIfAbsent(read.epc(), epc -> new ArrayDeque<>());
        window.addLast(read);
        while (window.getFirst().timeUs() < read.timeUs() - WINDOW_US) {
            window.removeFirst();
        }
        double lead = mean(window, Zone.OUTSIDE) - mean(window, Zone.INSIDE);
        if (Math.abs(lead) < HYSTERESIS_DB) {
            return null;
        }
        Zone side = lead > 0 ? Zone.OUTSIDE : Zone.INSIDE;
        Zone before = sides.put(read.epc(), side);
        if (before == null || before == side) {
            return null;
        }
        return Decisions.of(read, side == Zone.OUTSIDE ? Direction.OUT : Direction.IN, "zone-mean");
    }

    private double mean(Deque<TagObservation> window, Zone zone) {
        return window.stream()
                .filter(read -> layout.zoneOf(read.antenna()) == zone)
                .mapToDouble(TagObservation::rssiDbm)
                .average()
                .orElse(UNSEEN_DBM);
    }

    @Override
    public void reset() {
        windows.clear();
        sides.clear();
    }

    @Override
    public int trackedTags() {
        return windows.size();
    }
}
