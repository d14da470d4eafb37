package io.tallygate.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.bench.training.TrainCrossing;
import java.io.PrintStream;
import java.util.List;

/** Learns the crossing rule's weights from labelled traces; docs/accuracy.md. */
final class CrossingTraining implements Bench {

    @Override
    public ObjectNode run(PrintStream progress) throws Exception {
        return run(progress, List.of());
    }

    @Override
    public ObjectNode run(PrintStream progress, List<String> options) throws Exception {
        return TrainCrossing.parse(options).run(progress);
    }
}
