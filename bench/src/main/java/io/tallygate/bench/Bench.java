package io.tallygate.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;

/** One benchmark. */
@FunctionalInterface
interface Bench {

    /**
     * Measures.
     *
     * @param progress for people; what is said here comes before the last line
     * @param options what stands after the bench's name
     * @return the figures, the peer, the ratios, {@code budget} and {@code holds}, without the bench's name
     * @throws IllegalArgumentException when it does not know an option; the message says which it knows
     */
    ObjectNode run(PrintStream progress, List<String> options) throws Exception;

    /** One that knows no options. */
    interface Plain extends Bench {

        ObjectNode run(PrintStream progress) throws Exception;

        @Override
        default ObjectNode run(PrintStream progress, List<String> options) throws Exception {
            if (!options.isEmpty()) {
                throw new IllegalArgumentException("this bench takes no options: " + String.join(" ", options));
            }
            return run(progress);
        }
    }
}
