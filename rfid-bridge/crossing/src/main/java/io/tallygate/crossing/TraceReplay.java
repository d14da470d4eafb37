package io.tallygate.crossing;

import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Runs the rule in force over one recorded trace, in the order of its lines, with a detector of its own. */
final class TraceReplay {
    private final PortalLayout layout;
    private final CrossingDetectorFactory rule;

    TraceReplay(PortalLayout layout, CrossingDetectorFactory rule) {
        this.layout = layout;
        this.rule = rule;
    }

    /** @param onCrossing given the trace's file name and each crossing as it is decided */
    void run(Path trace, BiConsumer<String, Crossing> onCrossing) throws InputFault {
        CrossingDetector detector = rule.create(layout);
        String name = String.valueOf(trace.getFileName());
        TraceFile.readTraced(trace, layout, traced -> {
            Crossing crossing = detector.onRead(traced.read());
            if (crossing != null) {
                onCrossing.accept(name, shifted(crossing, traced.shiftUs()));
            }
        });
    }

    private static Crossing shifted(Crossing crossing, long shiftUs) {
        return new Crossing(
                crossing.epc(),
                crossing.direction(),
                crossing.decidedAtUs() + shiftUs,
                crossing.confidence(),
                crossing.evidence(),
                crossing.ruleVersion(),
                crossing.figures());
    }
}
