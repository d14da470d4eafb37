package io.tallygate.standalone.supervise;

import io.tallygate.standalone.supervise.StackStatus.Phase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Starts parts as their needs allow, keeps them up, and stops them in the reverse order. */
public final class Supervisor {
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
    private static final Duration MOST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int TICKS_PER_TRIM = 50;

    private final Directories directories;
    private final Map<String, PartRunner> runners = new LinkedHashMap<>();
    private final Board board;
    private final Requests requests;
    private volatile boolean stopping;

    /**
     * @param parts in the order in which they are shown
     * @param label what kind of stack this is, for the status file
     * @param watcher told of every change
     */
    public Supervisor(
            List<Part> parts, Directories directories, Clock clock, String label, Consumer<StackStatus> watcher) {
        this(parts, directories, clock, label, watcher, GRACE);
    }

    /** @param grace how long a part may take to end before it is ended by force */
    public Supervisor(
            List<Part> parts,
            Directories directories,
            Clock clock,
            String label,
            Consumer<StackStatus> watcher,
            Duration grace) {
        this.directories = directories;
        this.board = new Board(parts, directories, clock, label, watcher);
        this.requests = new Requests(directories.requests());
        Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
        for (Part part : parts) {
            Backoff backoff = new Backoff(FIRST_BACKOFF, MOST_BACKOFF);
            runners.put(part.name(), new PartRunner(part, board, directories, backoff, turns, grace));
        }
    }

    /** The ports that the parts want and something else has. */
    public static Map<Part, Port> takenPorts(List<Part> parts) {
        Map<Part, Port> taken = new LinkedHashMap<>();
        for (Part part : parts) {
            part.ports().stream()
                    .filter(port -> Probe.accepts(port.number()))
                    .findFirst()
                    .ifPresent(port -> taken.put(part, port));
        }
        return taken;
    }

    /**
     * Brings every part up.
     *
     * @return the part that did not come up, after everything else has been stopped again; empty when all are ready
     */
    public Optional<PartStatus> start() throws InterruptedException {
        for (PartRunner runner : runners.values()) {
            Thread.ofPlatform().daemon().name("part-" + runner.part().name()).start(runner);
        }
        StackStatus status = board.await(now -> stopping
                || now.parts().stream().anyMatch(part -> part.state() == PartState.FAILED)
                || now.parts().stream().allMatch(part -> part.state().good()));
        Optional<PartStatus> failed = status.parts().stream()
                .filter(part -> part.state() == PartState.FAILED)
                .findFirst();
        if (failed.isPresent()) {
            stopParts();
            board.phase(Phase.FAILED);
        } else if (!stopping) {
            board.phase(Phase.UP);
        }
        return failed;
    }

    /** Serves requests and keeps logs short until {@link #stop} is called. */
    public void serve() throws InterruptedException, IOException {
        for (int tick = 0; !stopping; tick++) {
            requests.take().forEach(this::fulfil);
            if (tick % TICKS_PER_TRIM == 0) {
                runners.keySet().forEach(name -> LogTail.trim(directories.log(name)));
            }
            Thread.sleep(TICK);
        }
    }

    /** Stops every part, those first that need others; returns when all are gone. */
    public void stop() {
        stopping = true;
        board.phase(Phase.STOPPING);
        stopParts();
        board.phase(Phase.STOPPED);
    }

    /** Whether {@link #stop} has been called. */
    public boolean stopping() {
        return stopping;
    }

    private void fulfil(Requests.Request request) {
        PartRunner runner = runners.get(request.part());
        if (runner == null) {
            return;
        }
        if (request.start()) {
            runner.release();
        } else {
            runner.hold();
        }
    }

    private void stopParts() {
        Levels.downwards(
                List.copyOf(runners.values()),
                runner -> board.of(runner.part().name()).level(),
                PartRunner::end);
    }
}
