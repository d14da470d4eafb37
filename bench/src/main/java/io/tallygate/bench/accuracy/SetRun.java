package io.tallygate.bench.accuracy;

import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.CrossingTuning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The rule in force, tuned as the set's portal is, and two baselines over one set of labelled traces. */
final class SetRun {
    private static final Map<String, Function<CrossingTuning, CrossingDetectorFactory>> DETECTORS =
            new LinkedHashMap<>();

    static {
        DETECTORS.put(AccuracyRun.OURS, CrossingDetectorFactory::tuned);
        DETECTORS.put(AccuracyRun.ANY_OUTSIDE_READ, tuning -> AnyOutsideReadDetector::new);
        DETECTORS.put(AccuracyRun.ZONE_MEAN, tuning -> ZoneMeanDetector::new);
    }

    private final TraceSet set;
    /** By detector, then by kind in the order of the alphabet. */
    private final Map<String, SortedMap<String, Tally>> tallies = new LinkedHashMap<>();

    SetRun(TraceSet set) {
        this.set = set;
        DETECTORS.keySet().forEach(name -> tallies.put(name, new TreeMap<>()));
    }

    SetRun run() {
        set.traces().parallelStream()
                .forEach(trace -> DETECTORS.forEach((name, rule) -> {
                    Detected detected = Detected.by(rule.apply(trace.tuning()), trace);
                    synchronized (this) {
                        kinds(name)
                                .computeIfAbsent(trace.kind(), kind -> new Tally())
                                .add(trace, detected.decisions());
                    }
                }));
        return this;
    }

    private SortedMap<String, Tally> kinds(String detector) {
        return tallies.computeIfAbsent(detector, name -> new TreeMap<>());
    }

    String name() {
        return set.name();
    }

    int traces() {
        return set.traces().size();
    }

    List<String> kinds() {
        return List.copyOf(kinds(AccuracyRun.OURS).keySet());
    }

    Tally of(String detector, String kind) {
        return kinds(detector).getOrDefault(kind, new Tally());
    }

    Tally of(String detector) {
        Tally sum = new Tally();
        kinds(detector).values().forEach(sum::plus);
        return sum;
    }
}
