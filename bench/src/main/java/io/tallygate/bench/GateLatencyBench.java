package io.tallygate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.bench.gate.GateLatencyRun;
import io.tallygate.bench.gate.Samples;
import io.tallygate.bench.live.DemoStack;
import io.tallygate.bench.live.LiveStreamRun;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * From the report that decides a crossing to the alarm write, as the reader sees both, at ten readers of a thousand reads a second; beside
 * an echo of the same bytes. Both figures hold two ways over the loopback, so the budget is held against more than the gate alone takes.
 */
final class GateLatencyBench implements Bench.Plain {

    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final double MOST_P50_RATIO = 4;
    private static final double MOST_P99_US = 5_000;
    private static final double MOST_LIVE_P99_MS = 250;
    private static final String LIVE_FROM = "the deciding report received by the bridge";
    private static final String LIVE_TO = "its incident read from /api/live";
    private static final int LIVE_WARM_UP = 20;
    private static final int LIVE_PASSAGES = 100;

    @Override
    public ObjectNode run(PrintStream progress) throws Exception {
        progress.println("warming up for " + WARM_UP.toSeconds() + " s, measuring for " + MEASURED.toSeconds() + " s");
        GateLatencyRun.Figures figures = new GateLatencyRun().run(WARM_UP, MEASURED);
        ObjectNode line = line(figures);
        boolean alarmHolds = line.path("alarmHolds").asBoolean();
        progress.println(line);
        boolean liveHolds = live(progress, line);
        line.put("liveHolds", liveHolds);
        line.put("holds", alarmHolds && liveHolds);
        return line;
    }

    /** The alarms and their peers. */
    static ObjectNode line(GateLatencyRun.Figures figures) {
        Samples alarms = figures.alarms();
        Samples echoes = figures.echoes();
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("readers", GateLatencyRun.READERS)
                .put("from", "a report sent by the reader")
                .put("to", "the alarm write at the reader")
                .put("readsPerSecond", Math.round(figures.readsPerSecond()))
                .put("processorShare", rounded(figures.processorShare()))
                .put("alarms", alarms.count())
                .put("unanswered", figures.unanswered())
                .put("unexpected", figures.unexpected())
                .put("p50Us", rounded(alarms.percentileUs(0.5)))
                .put("p99Us", rounded(alarms.percentileUs(0.99)));
        if (!Double.isNaN(figures.processorWait())) {
            line.put("processorWaitShare", rounded(figures.processorWait()));
        }
        line.put("insideP50Us", rounded(figures.insideP50Us())).put("insideP99Us", rounded(figures.insideP99Us()));
        peers(line, figures);
        double ratio = alarms.percentileUs(0.5) / echoes.percentileUs(0.5);
        line.putObject("ratios")
                .put("p50", rounded(ratio))
                .put("p99", rounded(alarms.percentileUs(0.99) / echoes.percentileUs(0.99)));
        line.putObject("budget")
                .put("mostP50Ratio", MOST_P50_RATIO)
                .put("mostP99Us", MOST_P99_US)
                .put("mostLiveP99Ms", MOST_LIVE_P99_MS);
        boolean complete = alarms.count() > 0 && figures.unanswered() == 0 && figures.unexpected() == 0;
        return line.put("alarmHolds", complete && ratio <= MOST_P50_RATIO && alarms.percentileUs(0.99) <= MOST_P99_US);
    }

    private static void peers(ObjectNode line, GateLatencyRun.Figures figures) {
        Samples echoes = figures.echoes();
        Samples kafka = figures.kafka();
        line.put("peer", "loopback echo of the same bytes, the same run")
                .put("peerP50Us", rounded(echoes.percentileUs(0.5)))
                .put("peerP99Us", rounded(echoes.percentileUs(0.99)))
                .put("kafka", "the same bytes through a broker, acks=all and linger 0, end to end, the same run")
                .put("kafkaP50Us", rounded(kafka.percentileUs(0.5)))
                .put("kafkaP99Us", rounded(kafka.percentileUs(0.99)));
    }

    /** After the alarms, so that the stack's processes do not disturb their measurement. */
    private static boolean live(PrintStream progress, ObjectNode line) throws Exception {
        progress.println("live: from " + LIVE_FROM + " to " + LIVE_TO + ", through the demo stack");
        Optional<DemoStack> found = DemoStack.runningOrNew();
        if (found.isEmpty()) {
            line.put("live", "not measured: no demo stack runs, and none can be started without the launcher");
            return false;
        }
        try (DemoStack stack = found.get()) {
            LiveStreamRun.Figures figures = new LiveStreamRun(stack).run(LIVE_WARM_UP, LIVE_PASSAGES);
            Samples samples = figures.fromReport();
            line.putObject("live")
                    .put("from", LIVE_FROM)
                    .put("to", LIVE_TO)
                    .put("incidents", samples.count())
                    .put("missing", figures.missing())
                    .put("p50Ms", rounded(samples.percentileUs(0.5) / 1000))
                    .put("p99Ms", rounded(samples.percentileUs(0.99) / 1000))
                    .put("mostMs", rounded(samples.percentileUs(1) / 1000))
                    .put("p99MsFromAlarmAtReader", rounded(figures.fromAlarm().percentileUs(0.99) / 1000));
            return samples.count() > 0
                    && figures.missing() == 0
                    && samples.percentileUs(0.99) / 1000 <= MOST_LIVE_P99_MS;
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
