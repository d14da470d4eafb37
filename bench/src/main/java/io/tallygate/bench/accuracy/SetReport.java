package io.tallygate.bench.accuracy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The runs over sets of labelled traces as a table for people and as figures for machines. A false alarm is of a tag that never went out. */
final class SetReport {
    private final List<SetRun> runs;

    SetReport(List<SetRun> runs) {
        this.runs = runs;
    }

    void print(PrintStream out) {
        if (!runs.isEmpty()) {
            out.println(
                    "Labelled sets; false alarms are of tags that never went out, and before the line 0.75 s are in time.");
        }
        for (SetRun run : runs) {
            for (String kind : run.kinds()) {
                line(out, run.name() + " " + kind, detector -> run.of(detector, kind));
            }
            line(out, run.name() + " ALL", run::of);
        }
    }

    private static void line(PrintStream out, String name, Function<String, Tally> of) {
        List<Tally> tallies = Stream.of(AccuracyRun.OURS, AccuracyRun.ANY_OUTSIDE_READ, AccuracyRun.ZONE_MEAN)
                .map(of)
                .toList();
        Tally ours = tallies.getFirst();
        Share seen = new Share(ours.outward - ours.outwardUnseen, ours.outward);
        out.printf(
                Locale.ROOT,
                "%-34s %7d %6s (%6s) %6s %6s %9d %7s %7s %7s %8s %6.2f %6.2f %6.2f%n",
                name,
                ours.outward,
                ours.inTime().percent(),
                seen.percent(),
                tallies.get(1).inTime().percent(),
                tallies.get(2).inTime().percent(),
                ours.neverOut,
                ours.falseAlarmsOfNeverOut().percent(),
                tallies.get(1).falseAlarmsOfNeverOut().percent(),
                tallies.get(2).falseAlarmsOfNeverOut().percent(),
                ours.direction().percent(),
                ours.delayAt(0.5),
                ours.delayAt(0.95),
                ours.delayAt(0.99));
    }

    /** Puts each set's figures under its name; of two of the same name the later under the name and a number. */
    void put(ObjectNode sets) {
        for (SetRun run : runs) {
            String name = run.name();
            for (int again = 2; sets.has(name); again++) {
                name = run.name() + "-" + again;
            }
            ObjectNode set = sets.putObject(name).put("traces", run.traces());
            set.setAll(figures(run.of(AccuracyRun.OURS)));
            ObjectNode kinds = set.putObject("kinds");
            run.kinds().forEach(kind -> kinds.set(kind, figures(run.of(AccuracyRun.OURS, kind))));
            ObjectNode baselines = set.putObject("baselines");
            baselines.set("anyOutsideRead", figures(run.of(AccuracyRun.ANY_OUTSIDE_READ)));
            baselines.set("zoneMean", figures(run.of(AccuracyRun.ZONE_MEAN)));
        }
    }

    private static ObjectNode figures(Tally tally) {
        ObjectNode node = AccuracyReport.figures(tally);
        node.put("neverOut", tally.neverOut);
        AccuracyReport.put(node, "falseAlarmsOfNeverOut", tally.falseAlarmsOfNeverOut());
        return node;
    }
}
