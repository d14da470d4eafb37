package io.tallygate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.bench.gate.GateLatencyRun;
import io.tallygate.bench.gate.Samples;
import java.io.PrintStream;
import java.time.Duration;

/**
 * From the report that decides a crossing to the alarm write, as the reader sees both, at ten readers of a thousand reads a second; beside
 * an echo of the same bytes. Both figures hold two ways over the loopback, so the budget is held against more than the gate alone takes.
 */
final class GateLatencyBench implements Bench {

    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final double MOST_P50_RATIO = 4;
    private static final double MOST_P99_US = 5_000;

    @Override
    public ObjectNode run(PrintStream progress) throws Exception {
        progress.println("warming up for " + WARM_UP.toSeconds() + " s, measuring for " + MEASURED.toSeconds() + " s");
        GateLatencyRun.Figures figures = new GateLatencyRun().run(WARM_UP, MEASURED);
        Samples alarms = figures.alarms();
        Samples echoes = figures.echoes();
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("readers", GateLatencyRun.READERS)
                .put("readsPerSecond", Math.round(figures.readsPerSecond()))
                .put("processorShare", rounded(figures.processorShare()))
                .put("alarms", alarms.count())
                .put("unanswered", figures.unanswered())
                .put("unexpected", figures.unexpected())
                .put("p50Us", rounded(alarms.percentileUs(0.5)))
                .put("p99Us", rounded(alarms.percentileUs(0.99)));
        line.put("peer", "loopback echo of the same bytes, the same run")
                .put("peerP50Us", rounded(echoes.percentileUs(0.5)))
                .put("peerP99Us", rounded(echoes.percentileUs(0.99)));
        double ratio = alarms.percentileUs(0.5) / echoes.percentileUs(0.5);
        line.putObject("ratios")
                .put("p50", rounded(ratio))
                .put("p99", rounded(alarms.percentileUs(0.99) / echoes.percentileUs(0.99)));
        line.putObject("budget").put("mostP50Ratio", MOST_P50_RATIO).put("mostP99Us", MOST_P99_US);
        boolean complete = alarms.count() > 0 && figures.unanswered() == 0 && figures.unexpected() == 0;
        line.put("holds", complete && ratio <= MOST_P50_RATIO && alarms.percentileUs(0.99) <= MOST_P99_US);
        return line;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
