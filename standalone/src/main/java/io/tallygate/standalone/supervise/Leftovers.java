package io.tallygate.standalone.supervise;

import java.time.Duration;
import java.util.List;

/** The parts that a killed supervisor has left running. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Stops them, those first that stand on others. */
    public static void stop(Directories directories) {
        List<PartStatus> parts = new StatusFile(directories.statusFile())
                .read()
                .map(StackStatus::parts)
                .orElse(List.of());
        Levels.downwards(parts, PartStatus::level, part -> part.process().stop(GRACE));
    }
}
