package io.tallygate.standalone.supervise;

import java.time.Duration;
import java.util.List;

/** The parts that a killed supervisor has left running. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Stops them, in the reverse of the order in which they are listed. */
    public static void stop(Directories directories) {
        List<PartStatus> parts = new StatusFile(directories.statusFile())
                .read()
                .map(StackStatus::parts)
                .orElse(List.of());
        parts.reversed().forEach(part -> part.process().stop(GRACE));
    }
}
