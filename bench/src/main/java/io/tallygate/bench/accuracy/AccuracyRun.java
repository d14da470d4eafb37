package io.tallygate.bench.accuracy;

import io.tallygate.crossing.CrossingDetectorFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rule in force and two baselines over the same labelled traces. */
final class AccuracyRun {
    static final String OURS = "tallygate";
    static final String ANY_OUTSIDE_READ = "any-outside-read";
    static final String ZONE_MEAN = "zone-mean";

    private final Map<String, CrossingDetectorFactory> detectors = new LinkedHashMap<>();
    private final Map<Key, Tally> tallies = new HashMap<>();
    private long traces;
    private long reads;
    private long detectingNanos;

    AccuracyRun() {
        detectors.put(OURS, CrossingDetectorFactory.standard());
        detectors.put(ANY_OUTSIDE_READ, AnyOutsideReadDetector::new);
        detectors.put(ZONE_MEAN, ZoneMeanDetector::new);
    }

    private record Key(String detector, Family family, Scenario scenario) {}

    /** @param onTrace given each trace, on whatever thread; null when nobody wants them */
    void run(List<Draw> draws, @Nullable Consumer<LabelledTrace> onTrace) {
        draws.parallelStream().forEach(draw -> {
            LabelledTrace trace = draw.trace();
            detectors.forEach((name, factory) -> detect(name, factory, trace));
            if (onTrace != null) {
                onTrace.accept(trace);
            }
        });
    }

    private void detect(String name, CrossingDetectorFactory factory, LabelledTrace trace) {
        Detected detected = Detected.by(factory, trace.labelled());
        synchronized (this) {
            tallies.computeIfAbsent(new Key(name, trace.family(), trace.scenario()), key -> new Tally())
                    .add(trace.labelled(), detected.decisions());
            if (name.equals(OURS)) {
                traces++;
                reads += trace.reads().size();
                detectingNanos += detected.cpuNanos();
            }
        }
    }

    long traces() {
        return traces;
    }

    /** Processor time of the rule in force for each read. */
    double nanosPerRead() {
        return (double) detectingNanos / reads;
    }

    Tally of(String detector, Scenario scenario) {
        return sum(key -> key.detector().equals(detector) && key.scenario() == scenario);
    }

    Tally of(String detector, Family family) {
        return sum(key -> key.detector().equals(detector) && key.family() == family);
    }

    Tally of(String detector) {
        return sum(key -> key.detector().equals(detector));
    }

    private Tally sum(Predicate<Key> which) {
        Tally sum = new Tally();
        tallies.forEach((key, tally) -> {
            if (which.test(key)) {
                sum.plus(tally);
            }
        });
        return sum;
    }
}
