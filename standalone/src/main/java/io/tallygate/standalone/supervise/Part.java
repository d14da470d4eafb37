package io.tallygate.standalone.supervise;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process of the stack.
 *
 * @param name also its log's
 * @param environment added to the supervisor's own
 * @param after the parts that must be ready before this one starts
 * @param limit how long it may take to become ready
 * @param inTurn whether it waits for a processor to start on, rather than slow down those that everything waits for
 */
public record Part(
        String name,
        List<String> command,
        Map<String, String> environment,
        Set<String> after,
        Readiness readiness,
        List<Port> ports,
        Duration limit,
        boolean inTurn) {

    /** One that starts as soon as those before it are ready. */
    public Part(
            String name,
            List<String> command,
            Map<String, String> environment,
            Set<String> after,
            Readiness readiness,
            List<Port> ports,
            Duration limit) {
        this(name, command, environment, after, readiness, ports, limit, false);
    }

    public Part {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        after = Set.copyOf(after);
        ports = List.copyOf(ports);
    }

    /** The same, waiting for a processor to start on. */
    public Part waitingItsTurn() {
        return new Part(name, command, environment, after, readiness, ports, limit, true);
    }

    /** Whether it is a task that ends, rather than a server. */
    public boolean task() {
        return readiness instanceof Readiness.Completion;
    }

    /** The command line stays out: it may name secrets. */
    @Override
    public String toString() {
        return "Part[" + name + "]";
    }
}
