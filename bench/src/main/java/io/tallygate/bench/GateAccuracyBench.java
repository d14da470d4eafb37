package io.tallygate.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.bench.accuracy.GateAccuracy;
import java.io.PrintStream;
import java.util.List;

/** How many crossings the detector finds, how often it cries wolf and how soon, over labelled traces of a radio model; docs/accuracy.md. */
final class GateAccuracyBench implements Bench {

    @Override
    public ObjectNode run(PrintStream progress) throws Exception {
        return run(progress, List.of());
    }

    @Override
    public ObjectNode run(PrintStream progress, List<String> options) throws Exception {
        return GateAccuracy.parse(options).run(progress);
    }
}
