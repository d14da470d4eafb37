package io.tallygate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.bench.accuracy.GateAccuracy;
import io.tallygate.bench.training.TrainCrossing;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ./tallygate bench NAME [OPTION…]}. The last line of stdout is one JSON object: {@code {bench, figures…, peer, ratios, budget, holds}}. Exits
 * 0 when it was measured, whether or not the budget holds, 1 when it failed, 2 when there is no such bench or option, or an input is
 * broken. {@code train-crossing} measures nothing: it learns the crossing rule's weights anew from the traces that the benches draw (docs/accuracy.md).
 */
public final class BenchMain {

    static {
        // Its clients tell all their settings, and the last line is for machines.
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "error");
    }

    private static final Map<String, Bench> BENCHES = new TreeMap<>(Map.<String, Bench>of(
            "gate-accuracy", (progress, options) -> GateAccuracy.parse(options).run(progress),
            "gate-latency", new GateLatencyBench(),
            "gate-throughput", new GateThroughputBench(),
            "llrp-decode", new LlrpDecodeBench(),
            "train-crossing",
                    (progress, options) -> TrainCrossing.parse(options).run(progress)));

    private static final int BAD_INPUT = 2;

    private BenchMain() {}

    public static void main(String... args) throws Exception {
        int status = run(List.of(args), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
        Bench bench = args.isEmpty() ? null : BENCHES.get(args.getFirst());
        if (bench == null) {
            err.println("usage: bench NAME [OPTION…], one of " + String.join(", ", BENCHES.keySet()));
            return BAD_INPUT;
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode line = json.createObjectNode().put("bench", args.getFirst());
        try {
            line.setAll(bench.run(out, args.subList(1, args.size())));
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        }
        out.println(json.writeValueAsString(line));
        return 0;
    }
}
