package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.TagObservation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a detector made of one trace.
 *
 * @param cpuNanos processor time it took
 */
record Detected(List<Crossing> decisions, long cpuNanos) {

    static Detected by(CrossingDetectorFactory rule, LabelledReads trace) {
        CrossingDetector detector = rule.create(trace.layout());
        List<Crossing> decisions = new ArrayList<>();
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (TagObservation read : trace.reads()) {
            Crossing decision = detector.onRead(read);
            if (decision != null) {
                decisions.add(decision);
            }
        }
        return new Detected(decisions, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
    }
}
