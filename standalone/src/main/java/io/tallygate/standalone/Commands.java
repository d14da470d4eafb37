package io.tallygate.standalone;

import io.tallygate.standalone.supervise.Directories;
import io.tallygate.standalone.supervise.Leftovers;
import io.tallygate.standalone.supervise.PartState;
import io.tallygate.standalone.supervise.PartStatus;
import io.tallygate.standalone.supervise.Requests;
import io.tallygate.standalone.supervise.StackStatus;
import io.tallygate.standalone.supervise.StatusFile;
import io.tallygate.standalone.supervise.StatusReport;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What can be asked of a stack that runs. */
final class Commands {
    private static final Duration DOWN_LIMIT = Duration.ofMinutes(3);
    private static final Duration PART_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Directories directories;
    private final StatusFile file;
    private final PrintStream out;
    private final Clock clock;

    Commands(Directories directories, PrintStream out, Clock clock) {
        this.directories = directories;
        this.file = new StatusFile(directories.statusFile());
        this.out = out;
        this.clock = clock;
    }

    int status() {
        Optional<StackStatus> status = file.read();
        if (status.isEmpty() || nothingRuns(status.get())) {
            out.println("Nothing runs here. Start it with: ./tallygate up");
            return 1;
        }
        StatusReport report = StatusReport.now(status.get());
        out.print(report.text(clock));
        return report.good() ? 0 : 1;
    }

    /** Stops the supervisor, which stops its parts; and the parts of one that was killed. */
    int down() throws IOException {
        Optional<StackStatus> status = file.read();
        if (status.isEmpty() || nothingRuns(status.get())) {
            out.println("Nothing runs here.");
            return 0;
        }
        status.get().process().stop(DOWN_LIMIT);
        Leftovers.stop(directories);
        out.println("Stopped.");
        return 0;
    }

    int stop(String part) throws IOException, InterruptedException {
        return ask(part, false, PartState.STOPPED);
    }

    int start(String part) throws IOException, InterruptedException {
        return ask(part, true, PartState.READY);
    }

    private int ask(String part, boolean start, PartState wanted) throws IOException, InterruptedException {
        Optional<StackStatus> status = file.read();
        if (status.isEmpty() || status.get().process().running().isEmpty()) {
            out.println("Nothing runs here.");
            return 1;
        }
        if (find(status.get(), part).isEmpty()) {
            out.println("There is no part " + part + ". Parts: "
                    + String.join(
                            ", ",
                            status.get().parts().stream().map(PartStatus::name).toList()));
            return 2;
        }
        new Requests(directories.requests()).post(new Requests.Request(start, part));
        long end = System.nanoTime() + PART_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(POLL);
            if (file.read()
                    .flatMap(now -> find(now, part))
                    .filter(p -> p.state() == wanted)
                    .isPresent()) {
                out.println(part + " is " + wanted);
                return 0;
            }
        }
        out.println(
                part + " is not " + wanted + " after " + PART_LIMIT.toSeconds() + " s. Log: " + directories.log(part));
        return 1;
    }

    private static Optional<PartStatus> find(StackStatus status, String part) {
        return status.parts().stream().filter(p -> p.name().equals(part)).findFirst();
    }

    private static boolean nothingRuns(StackStatus status) {
        return status.process().running().isEmpty()
                && status.parts().stream()
                        .allMatch(part -> part.process().running().isEmpty());
    }
}
