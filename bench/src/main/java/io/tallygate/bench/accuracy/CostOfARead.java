package io.tallygate.bench.accuracy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.Zone;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a read costs the rule in force, with one tag in view and with as many as it follows at most; at rest and while all of them move. A read
 * does the same work however many tags there are; what grows is the memory that the processor must fetch.
 */
final class CostOfARead {
    private static final List<Integer> TAGS = List.of(1, 10, 100, 1000, 4096);
    private static final int READS = 120_000;
    private static final int WARM_UP = 60_000;
    private static final long READ_EVERY_US = 1_000;
    private static final PortalLayout LAYOUT = new PortalLayout("C", Map.of(1, Zone.INSIDE, 2, Zone.OUTSIDE));

    private record Cost(int tags, double atRestNanos, double movingNanos) {}

    private final List<Cost> costs;

    CostOfARead() {
        costs = TAGS.stream()
                .map(tags -> new Cost(tags, nanos(tags, false), nanos(tags, true)))
                .toList();
    }

    private static double nanos(int tags, boolean moving) {
        CrossingDetector detector = CrossingDetectorFactory.standard().create(LAYOUT);
        Epc[] epcs = new Epc[tags];
        for (int tag = 0; tag < tags; tag++) {
            epcs[tag] = new Epc(String.format("3034257BF4%014X", tag + 1));
        }
        long begin = 0;
        for (int read = 0; read < READS; read++) {
            if (read == WARM_UP) {
                begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            }
            detector.onRead(read(epcs[read % tags], read, read / tags, moving));
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        return (double) nanos / (READS - WARM_UP);
    }

    /** To and fro on the inner side, once in four seconds, never nearer than a metre; or flickering a little where it lies. */
    private static TagObservation read(Epc epc, int read, int round, boolean moving) {
        boolean inside = round % 2 == 0;
        double second = read * READ_EVERY_US / 1e6;
        double metres = -2 + (moving ? Math.sin(second * Math.PI / 2) : 0);
        double away = Math.hypot(metres - (inside ? -0.6 : 0.6), 0.5);
        double dbm = Math.rint(-48 - 35 * Math.log10(away / 0.5)) + round % 3 - 1;
        return TagObservation.of(read * READ_EVERY_US, inside ? 1 : 2, epc, dbm);
    }

    void print(PrintStream out) {
        out.println("Processor time a read in µs, by tags in view: at rest, moving");
        for (Cost cost : costs) {
            out.printf(
                    Locale.ROOT, "%6d %6.2f %6.2f%n", cost.tags(), cost.atRestNanos() / 1e3, cost.movingNanos() / 1e3);
        }
    }

    void put(ArrayNode to) {
        for (Cost cost : costs) {
            to.addObject()
                    .put("tags", cost.tags())
                    .put("atRestNanos", Math.round(cost.atRestNanos()))
                    .put("movingNanos", Math.round(cost.movingNanos()));
        }
    }
}
