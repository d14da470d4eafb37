package io.tallygate.bench.gate;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tallygate.gate.Gate;
import io.tallygate.gate.GateSettings;
import io.tallygate.gate.GateStatus;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.verdict.CompanyPrefixes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The bridge's core as a process of its own, with the settings the bridge has by default. Answers each line of its standard
 * input with a line: processor nanoseconds, records in the spool, reads left out, and how long an alarm took it.
 */
final class BenchBridge {
    private BenchBridge() {}

    /** @param args home directory, Kafka's bootstrap servers */
    public static void main(String... args) throws IOException, InterruptedException {
        GateSettings settings = new GateSettings(
                Path.of(args[0]),
                new KafkaSettings(args[1]),
                new CompanyPrefixes(Set.of("0614141")),
                new SpoolLimits(8L << 20, 1L << 30),
                2,
                Optional.empty());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Gate gate = Gate.open(settings, registry, Clock.systemUTC())) {
            gate.start();
            while (in.readLine() != null) {
                GateStatus.SpoolLine spool = gate.status().spool();
                System.out.println(processorNanos()
                        + " " + spool.depth()
                        + " " + (spool.thinnedReads() + spool.droppedReads())
                        + timesToAlarm(registry));
            }
        }
    }

    /** Its own figures of the last minutes: the median and the 99th percentile of the portal where each is longest, in nanoseconds. */
    private static String timesToAlarm(SimpleMeterRegistry registry) {
        Map<Double, Double> longest = new TreeMap<>(Map.of(0.5, 0.0, 0.99, 0.0));
        for (Timer portal : registry.find("tallygate.gate.time.to.alarm").timers()) {
            for (ValueAtPercentile figure : portal.takeSnapshot().percentileValues()) {
                longest.merge(figure.percentile(), figure.value(), Math::max);
            }
        }
        return longest.values().stream().map(nanos -> " " + Math.round(nanos)).collect(Collectors.joining());
    }

    static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
