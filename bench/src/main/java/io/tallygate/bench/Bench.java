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
     * @return the figures, the peer, the ratios, {@code budget} and {@code holds}, without the bench's name
     */
    ObjectNode run(PrintStream progress) throws Exception;

    /**
     * As {@link #run(PrintStream)}, for a bench that knows options.
     *
     * @param options what stands after the bench's name
     * @throws IllegalArgumentException when it does not know one; the message says which it knows
     */
    default ObjectNode run(PrintStream progress, List<String> options) throws Exception {
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("this bench takes no options: " + String.join(" ", options));
        }
        return run(progress);
    }
}
