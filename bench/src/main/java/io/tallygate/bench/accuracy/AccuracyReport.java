package io.tallygate.bench.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A run as a table for people and as figures for machines. */
final class AccuracyReport {
    private static final double LEAST_IN_TIME = 0.995;
    private static final double MOST_FALSE = 0.001;
    private static final double LEAST_DIRECTION = 0.99;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AccuracyRun run;

    AccuracyReport(AccuracyRun run) {
        this.run = run;
    }

    void print(PrintStream out) {
        out.println(
                "Outward crossings alarmed in time, in per cent: ours (of which could be seen at all) | any outside read | zone mean");
        out.println(
                "Alarms of tags that never crossed, in per cent of such tags: the same three. Delay after the line in seconds: ours, and p95 of the two others.");
        out.printf(
                Locale.ROOT,
                "%-22s %7s %27s %9s %23s %8s %20s %13s%n",
                "",
                "out",
                "in time %",
                "no cross",
                "false alarms %",
                "direct %",
                "delay p50 p95 p99",
                "others' p95");
        for (Scenario scenario : Scenario.values()) {
            line(
                    out,
                    scenario.name(),
                    detectors().map(name -> run.of(name, scenario)).toList());
        }
        for (Family family : Family.values()) {
            line(
                    out,
                    family.name(),
                    detectors().map(name -> run.of(name, family)).toList());
        }
        line(out, "ALL", detectors().map(run::of).toList());
    }

    private static Stream<String> detectors() {
        return Stream.of(AccuracyRun.OURS, AccuracyRun.ANY_OUTSIDE_READ, AccuracyRun.ZONE_MEAN);
    }

    private static void line(PrintStream out, String name, List<Tally> tallies) {
        Tally ours = tallies.getFirst();
        Share seen = new Share(ours.outward - ours.outwardUnseen, ours.outward);
        out.printf(
                Locale.ROOT,
                "%-22s %7d %6s (%6s) %6s %6s %9d %7s %7s %7s %8s %6.2f %6.2f %6.2f %6.2f %6.2f%n",
                name,
                ours.outward,
                ours.inTime().percent(),
                seen.percent(),
                tallies.get(1).inTime().percent(),
                tallies.get(2).inTime().percent(),
                ours.standing,
                ours.falseAlarms().percent(),
                tallies.get(1).falseAlarms().percent(),
                tallies.get(2).falseAlarms().percent(),
                ours.direction().percent(),
                ours.delayAt(0.5),
                ours.delayAt(0.95),
                ours.delayAt(0.99),
                tallies.get(1).delayAt(0.95),
                tallies.get(2).delayAt(0.95));
    }

    ObjectNode json(long seed) {
        Tally ours = run.of(AccuracyRun.OURS);
        Tally any = run.of(AccuracyRun.ANY_OUTSIDE_READ);
        Tally mean = run.of(AccuracyRun.ZONE_MEAN);
        ObjectNode line = figures(ours);
        line.put("seed", seed).put("traces", run.traces()).put("cpuNanosPerRead", Math.round(run.nanosPerRead()));
        ObjectNode scenarios = line.putObject("scenarios");
        for (Scenario scenario : Scenario.values()) {
            ObjectNode node = figures(run.of(AccuracyRun.OURS, scenario));
            putBaselines(node, name -> run.of(name, scenario));
            scenarios.set(scenario.name(), node);
        }
        ObjectNode families = line.putObject("families");
        for (Family family : Family.values()) {
            ObjectNode node =
                    figures(run.of(AccuracyRun.OURS, family)).put("otherAssumptions", family.hasOtherAssumptions());
            putBaselines(node, name -> run.of(name, family));
            families.set(family.name(), node);
        }
        putBaselines(line, run::of);
        line.putObject("ratios")
                .put("missedToZoneMean", rounded(missed(ours) / missed(mean)))
                .put(
                        "falseAlarmsToZoneMean",
                        rounded(ours.falseAlarms().value() / mean.falseAlarms().value()))
                .put(
                        "falseAlarmsToAnyOutsideRead",
                        rounded(ours.falseAlarms().value() / any.falseAlarms().value()));
        line.putObject("budget")
                .put("leastInTime", LEAST_IN_TIME)
                .put("mostFalseAlarms", MOST_FALSE)
                .put("leastDirectionRight", LEAST_DIRECTION);
        return line.put(
                "holds",
                ours.inTime().value() >= LEAST_IN_TIME
                        && ours.falseAlarms().value() <= MOST_FALSE
                        && ours.direction().value() >= LEAST_DIRECTION);
    }

    private static void putBaselines(ObjectNode node, Function<String, Tally> of) {
        ObjectNode baselines = node.putObject("baselines");
        baselines.set("anyOutsideRead", figures(of.apply(AccuracyRun.ANY_OUTSIDE_READ)));
        baselines.set("zoneMean", figures(of.apply(AccuracyRun.ZONE_MEAN)));
    }

    private static double missed(Tally tally) {
        return 1 - tally.inTime().value();
    }

    static ObjectNode figures(Tally tally) {
        ObjectNode node = JSON.createObjectNode();
        node.put("outward", tally.outward);
        put(node, "inTime", tally.inTime());
        put(node, "couldBeSeen", new Share(tally.outward - tally.outwardUnseen, tally.outward));
        put(node, "late", new Share(tally.outwardLate, tally.outward));
        node.put("nonCrossings", tally.standing);
        put(node, "falseAlarms", tally.falseAlarms());
        put(node, "falseAlarmsAtRest", tally.falseAlarmsAtRest());
        put(node, "falseAlarmsCarried", new Share(tally.turnedAlarmed, tally.turned));
        node.put("strayAlarms", tally.strayAlarms);
        put(node, "directionRight", tally.direction());
        node.put("delayP50Seconds", rounded(tally.delayAt(0.5)))
                .put("delayP95Seconds", rounded(tally.delayAt(0.95)))
                .put("delayP99Seconds", rounded(tally.delayAt(0.99)));
        return node;
    }

    /** The share and its 95 % interval. */
    static void put(ObjectNode node, String name, Share share) {
        if (share.of() > 0) {
            node.put(name, rounded(share.value()));
            node.putArray(name + "95").add(rounded(share.low())).add(rounded(share.high()));
        }
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e5) / 1e5 : 0;
    }
}
