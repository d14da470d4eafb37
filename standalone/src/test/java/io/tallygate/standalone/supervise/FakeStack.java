package io.tallygate.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.standalone.supervise.StackStatus.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A supervisor over parts that are shell scripts. */
final class FakeStack implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Directories directories;
    private final List<Part> parts = new ArrayList<>();
    private Duration limit = LIMIT;
    private Duration grace = LIMIT;
    private Optional<Supervisor> supervisor = Optional.empty();

    FakeStack(Path home) throws IOException {
        this.directories = new Directories(home);
        directories.create();
    }

    Directories directories() {
        return directories;
    }

    FakeStack within(Duration time) {
        this.limit = time;
        return this;
    }

    FakeStack withGrace(Duration time) {
        this.grace = time;
        return this;
    }

    /** A part that says it is ready, notes its start and its end, and stays. */
    FakeStack server(String name, String... after) {
        String script = "trap 'echo end " + name + " >> " + journal() + "; exit 0' TERM; echo start " + name + " >> "
                + journal() + "; echo > " + directories.readyFile(name) + "; while true; do sleep 0.1; done";
        return part(name, script, after);
    }

    FakeStack part(String name, String script, String... after) {
        parts.add(new Part(
                name,
                List.of("/bin/bash", "-c", script),
                Map.of(),
                Set.of(after),
                new Readiness.ReadyFile(directories.readyFile(name)),
                List.of(),
                limit));
        return this;
    }

    /** The last part added waits for a processor to start on. */
    FakeStack inTurn() {
        parts.add(parts.removeLast().waitingItsTurn());
        return this;
    }

    FakeStack task(String name, String script, String... after) {
        parts.add(new Part(
                name,
                List.of("/bin/bash", "-c", script),
                Map.of(),
                Set.of(after),
                new Readiness.Completion(),
                List.of(),
                limit));
        return this;
    }

    /** The part that did not come up. */
    Optional<PartStatus> start() throws InterruptedException {
        Supervisor started = new Supervisor(parts, directories, Clock.systemUTC(), "test", status -> {}, grace);
        supervisor = Optional.of(started);
        Optional<PartStatus> failed = started.start();
        if (failed.isEmpty()) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    started.serve();
                } catch (InterruptedException | IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        return failed;
    }

    PartStatus of(String part) {
        return status().parts().stream()
                .filter(p -> p.name().equals(part))
                .findFirst()
                .orElseThrow();
    }

    StackStatus status() {
        return new StatusFile(directories.statusFile()).read().orElseThrow();
    }

    /** Waits until the part is as wanted. */
    PartStatus await(String part, Predicate<PartStatus> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!wanted.test(of(part))) {
            assertThat(System.nanoTime()).as("still " + of(part)).isLessThan(end);
            Thread.sleep(20);
        }
        return of(part);
    }

    void ask(boolean start, String part) throws IOException {
        new Requests(directories.requests()).post(new Requests.Request(start, part));
    }

    private Path journal() {
        return directories.home().resolve("journal");
    }

    List<String> journalLines() throws IOException {
        return Files.readAllLines(journal());
    }

    void stop() {
        supervisor.ifPresent(Supervisor::stop);
    }

    @Override
    public void close() {
        if (supervisor.isPresent() && status().phase() != Phase.STOPPED) {
            stop();
        }
    }
}
