package io.tallygate.bench.training;

import io.tallygate.bench.accuracy.LabelledReads;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The same walk at another gate: antennas that differ, strength that falls faster or slower, more noise, fewer reads, coarser steps, one
 * antenna a zone, shadows that fall upon each tag at each antenna by themselves. What is learned from these, too, clings less to the radio models that the traces come from.
 */
final class Disturbance {
    private static final double UNTOUCHED = 0.35;
    private static final double OFTEN = 0.45;
    private static final double SHADOWED = 0.3;
    private static final double SELDOM = 0.2;
    private static final double MOST_SHADOW_DB = 6;
    private static final double OFFSET_DB = 1.5;
    private static final double LEAST_SLOPE = 0.6;
    private static final double MOST_SLOPE = 1.5;
    private static final double MOST_NOISE_DB = 3;
    private static final double LEAST_KEPT = 0.35;

    private final SplittableRandom random;
    private final Map<Integer, Double> offsetDb = new HashMap<>();
    private final Map<Link, Shadow> shadows = new HashMap<>();
    private double slope = 1;
    private double noiseDb;
    private double kept = 1;
    private boolean whole;
    private boolean lone;
    private double shadowDb;
    private double shadowSeconds = 1;

    private record Link(Epc epc, int antenna) {}

    private record Shadow(double db, long atUs) {}

    /** Drawn from {@code random}; a third of them change nothing. */
    Disturbance(SplittableRandom random) {
        this.random = random;
        if (random.nextDouble() < UNTOUCHED) {
            return;
        }
        slope = random.nextDouble() < OFTEN ? random.nextDouble(LEAST_SLOPE, MOST_SLOPE) : 1;
        noiseDb = random.nextDouble() < OFTEN ? random.nextDouble(0, MOST_NOISE_DB) : 0;
        kept = random.nextDouble() < OFTEN ? random.nextDouble(LEAST_KEPT, 1) : 1;
        whole = random.nextDouble() < SELDOM;
        lone = random.nextDouble() < SELDOM;
        if (random.nextDouble() < SHADOWED) {
            shadowDb = random.nextDouble(MOST_SHADOW_DB);
            shadowSeconds = random.nextDouble(0.1, 0.8);
        }
        if (random.nextDouble() < OFTEN) {
            for (int antenna = 1; antenna <= 4; antenna++) {
                offsetDb.put(antenna, OFFSET_DB * random.nextGaussian());
            }
        }
    }

    LabelledReads of(LabelledReads trace) {
        PortalLayout layout = lone ? firstOfEachZone(trace.layout()) : trace.layout();
        double mean = trace.reads().stream()
                .mapToDouble(TagObservation::rssiDbm)
                .average()
                .orElse(0);
        List<TagObservation> reads = new ArrayList<>();
        for (TagObservation read : trace.reads()) {
            if (layout.zoneOf(read.antenna()) != null && (kept == 1 || random.nextDouble() < kept)) {
                reads.add(TagObservation.of(
                        read.timeUs(), read.antenna(), read.epc(), told(read, mean, trace.carried())));
            }
        }
        return new LabelledReads(trace.kind(), layout, trace.tuning(), reads, trace.carried(), trace.tags());
    }

    private double told(TagObservation read, double mean, Set<Epc> carried) {
        double dbm = mean + slope * (read.rssiDbm() - mean) + offsetDb.getOrDefault(read.antenna(), 0.0);
        if (shadowDb > 0) {
            dbm += shadow(read, carried.contains(read.epc()));
        }
        double noisy = noiseDb == 0 ? dbm : dbm + noiseDb * random.nextGaussian();
        return whole ? Math.rint(noisy) : noisy;
    }

    /** What lies on a tag at rest stays; on one that is carried it passes. */
    private double shadow(TagObservation read, boolean carried) {
        Link link = new Link(read.epc(), read.antenna());
        Shadow last = shadows.get(link);
        double drawn = shadowDb * random.nextGaussian();
        double stays = last == null ? 0 : carried ? Math.exp(-(read.timeUs() - last.atUs()) / 1e6 / shadowSeconds) : 1;
        double db = stays * (last == null ? 0 : last.db()) + Math.sqrt(1 - stays * stays) * drawn;
        shadows.put(link, new Shadow(db, read.timeUs()));
        return db;
    }

    private static PortalLayout firstOfEachZone(PortalLayout layout) {
        Map<Integer, Zone> first = new HashMap<>();
        new TreeMap<>(layout.antennas()).forEach((antenna, zone) -> {
            if (!first.containsValue(zone)) {
                first.put(antenna, zone);
            }
        });
        return new PortalLayout(layout.code(), first);
    }
}
