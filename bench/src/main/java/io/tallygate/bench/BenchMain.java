package io.tallygate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ./tallygate bench NAME [OPTION…]}. The last line of stdout is one JSON object: {@code {bench, figures…, peer, ratios, budget, holds}}. Exits
 * 0 when it was measured, whether or not the budget holds, 1 when it failed, 2 when there is no such bench or option.
 */
public final class BenchMain {

    static {
        // Its clients tell all their settings, and the last line is for machines.
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "error");
    }

    private static final Map<String, Bench> BENCHES = new TreeMap<>(Map.of(
            "gate-accuracy", new GateAccuracyBench(),
            "gate-latency", new GateLatencyBench(),
            "gate-throughput", new GateThroughputBench(),
            "llrp-decode", new LlrpDecodeBench()));

    private BenchMain() {}

    public static void main(String... args) throws Exception {
        Bench bench = args.length >= 1 ? BENCHES.get(args[0]) : null;
        if (bench == null) {
            System.err.println("usage: bench NAME [OPTION…], one of " + String.join(", ", BENCHES.keySet()));
            System.exit(2);
            return;
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode line = json.createObjectNode().put("bench", args[0]);
        try {
            line.setAll(bench.run(System.out, List.of(args).subList(1, args.length)));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
        System.out.println(json.writeValueAsString(line));
    }
}
