package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.TagObservation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rule in force and two baselines over the same labelled traces. */
final class AccuracyRun {
    static final String OURS = "tallygate";
    static final String ANY_OUTSIDE_READ = "any-outside-read";
    static final String ZONE_MEAN = "zone-mean";

    private final Map<String, CrossingDetectorFactory> detectors = new LinkedHashMap<>();
    private final Map<String, Map<Family, Map<Scenario, Tally>>> tallies = new LinkedHashMap<>();
    private long traces;
    private long reads;
    private long detectingNanos;

    AccuracyRun() {
        detectors.put(OURS, CrossingDetectorFactory.standard());
        detectors.put(ANY_OUTSIDE_READ, AnyOutsideReadDetector::new);
        detectors.put(ZONE_MEAN, ZoneMeanDetector::new);
        for (String name : detectors.keySet()) {
            Map<Family, Map<Scenario, Tally>> ofFamilies = new EnumMap<>(Family.class);
            for (Family family : Family.values()) {
                Map<Scenario, Tally> ofScenarios = new EnumMap<>(Scenario.class);
                for (Scenario scenario : Scenario.values()) {
                    ofScenarios.put(scenario, new Tally());
                }
                ofFamilies.put(family, ofScenarios);
            }
            tallies.put(name, ofFamilies);
        }
    }

    private record Job(Family family, Scenario scenario, long seed) {}

    /** @param onTrace given each trace, on whatever thread; null when nobody wants them */
    void run(int rounds, long seed, @Nullable Consumer<LabelledTrace> onTrace) {
        List<Job> jobs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Family family : Family.values()) {
                for (Scenario scenario : Scenario.values()) {
                    for (int i = 0; i < scenario.weight(); i++) {
                        jobs.add(new Job(family, scenario, seed + 1_000L * round + i));
                    }
                }
            }
        }
        jobs.parallelStream().forEach(job -> {
            LabelledTrace trace = LabelledTrace.draw(job.family(), job.scenario(), job.seed());
            detectors.forEach((name, factory) -> detect(name, factory, trace));
            if (onTrace != null) {
                onTrace.accept(trace);
            }
        });
    }

    private void detect(String name, CrossingDetectorFactory factory, LabelledTrace trace) {
        CrossingDetector detector = factory.create(trace.layout());
        List<Crossing> decisions = new ArrayList<>();
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (TagObservation read : trace.reads()) {
            Crossing decision = detector.onRead(read);
            if (decision != null) {
                decisions.add(decision);
            }
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        synchronized (this) {
            tallies.get(name).get(trace.family()).get(trace.scenario()).add(trace, decisions);
            if (name.equals(OURS)) {
                traces++;
                reads += trace.reads().size();
                detectingNanos += nanos;
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
        Tally sum = new Tally();
        tallies.get(detector).values().forEach(ofScenarios -> sum.plus(ofScenarios.get(scenario)));
        return sum;
    }

    Tally of(String detector, Family family) {
        Tally sum = new Tally();
        tallies.get(detector).get(family).values().forEach(sum::plus);
        return sum;
    }

    Tally of(String detector) {
        Tally sum = new Tally();
        for (Family family : Family.values()) {
            sum.plus(of(detector, family));
        }
        return sum;
    }
}
