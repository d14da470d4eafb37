package io.tallygate.standalone.supervise;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells on the terminal how a start goes: a line for each part, and on a real terminal whom it still waits for. */
public final class Progress implements Consumer<StackStatus> {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long started;
    private final Set<String> told = new HashSet<>();

    /**
     * @param terminal whether lines may be rewritten
     * @param started milliseconds of the epoch
     */
    public Progress(PrintStream out, boolean terminal, long started) {
        this.out = out;
        this.terminal = terminal;
        this.started = started;
    }

    @Override
    public synchronized void accept(StackStatus status) {
        if (status.phase() != StackStatus.Phase.STARTING && status.phase() != StackStatus.Phase.UP) {
            return;
        }
        clear();
        status.parts().stream().filter(part -> part.state().good()).forEach(this::tell);
        String waiting = status.parts().stream()
                .filter(part -> !part.state().good())
                .map(PartStatus::name)
                .collect(Collectors.joining(", "));
        if (terminal && !waiting.isEmpty()) {
            out.print("  … " + waiting);
        }
        out.flush();
    }

    private void tell(PartStatus part) {
        if (told.add(part.name())) {
            String ports = part.ports().stream()
                    .map(port -> "127.0.0.1:" + port.number())
                    .collect(Collectors.joining(" "));
            double seconds = (part.since() - started) / 1000.0;
            out.printf("  %-17s %-6s %5.1f s  %s%n", part.name(), part.state(), seconds, ports);
        }
    }

    /** Ends the line that names the parts still waited for. */
    public synchronized void clear() {
        if (terminal) {
            out.print(CLEAR_LINE);
        }
    }
}
