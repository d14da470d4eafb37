package io.tallygate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.bench.gate.GateThroughputRun;
import java.io.PrintStream;
import java.time.Duration;

/**
 * 1, 10, 50 and 100 readers of 1 000 reads a second each, through the bridge's core in a process of its own into a broker in
 * another. The readers' side, the broker and the bridge share the machine. Every read sent is counted at the broker.
 */
final class GateThroughputBench implements Bench.Plain {
    private static final int[] READERS = {1, 10, 50, 100};
    private static final int BUDGET_READERS = 50;
    private static final double LEAST_SHARE_OF_RATE = 0.99;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final Duration PEER = Duration.ofSeconds(6);

    @Override
    public ObjectNode run(PrintStream progress) throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode line = json.createObjectNode();
        ArrayNode steps = line.putArray("steps");
        try (GateThroughputRun run = new GateThroughputRun()) {
            double rate = 0;
            double share = 0;
            long leftOut = 0;
            for (int readers : READERS) {
                GateThroughputRun.Step step = run.step(readers, WARM_UP, MEASURED);
                ObjectNode figures = figures(json, step);
                progress.println(figures);
                steps.add(figures);
                leftOut = step.leftOut();
                if (readers == BUDGET_READERS) {
                    rate = step.readsPerSecond();
                    share = step.processorShare();
                }
            }
            long sent = run.sent();
            GateThroughputRun.Arrived arrived = run.arrived();
            GateThroughputRun.Bare bare = run.bare(PEER);
            line.put("sent", sent)
                    .put("arrived", arrived.reads())
                    .put("lost", sent - arrived.reads())
                    .put("leftOut", leftOut)
                    .put("missingBatches", arrived.gaps())
                    .put("readsPerSecond", Math.round(rate))
                    .put("processorSharePer1000Reads", rounded(share * 1000 / rate));
            line.put("peer", "a bare producer with the same settings and batches, as fast as it goes")
                    .put("peerReadsPerSecond", Math.round(bare.readsPerSecond()))
                    .put("peerProcessorSharePer1000Reads", rounded(bare.processorSecondsPer1000()));
            line.putObject("ratios")
                    .put("rate", rounded(rate / bare.readsPerSecond()))
                    .put("processor", rounded(share * 1000 / rate / bare.processorSecondsPer1000()));
            line.putObject("budget")
                    .put("readers", BUDGET_READERS)
                    .put("readsPerSecond", 50_000)
                    .put("lost", 0);
            line.put("holds", sent == arrived.reads() && leftOut == 0 && rate >= 50_000 * LEAST_SHARE_OF_RATE);
        }
        return line;
    }

    private static ObjectNode figures(ObjectMapper json, GateThroughputRun.Step step) {
        return json.createObjectNode()
                .put("readers", step.readers())
                .put("readsPerSecond", Math.round(step.readsPerSecond()))
                .put("processorShare", rounded(step.processorShare()))
                .put("processorSharePer1000Reads", rounded(step.processorShare() * 1000 / step.readsPerSecond()))
                .put("brokerShare", rounded(step.brokerShare()))
                .put("drainMillis", Math.round(step.drainMillis()));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
