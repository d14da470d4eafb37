package io.tallygate.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

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
}
