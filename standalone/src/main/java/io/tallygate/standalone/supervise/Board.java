package io.tallygate.standalone.supervise;

import io.tallygate.standalone.supervise.StackStatus.Phase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How every part stands; written to the status file and told to whoever watches on each change. */
final class Board {
    private final Map<String, PartStatus> parts = new LinkedHashMap<>();
    private final StatusFile file;
    private final Clock clock;
    private final String label;
    private final Consumer<StackStatus> watcher;
    private Phase phase = Phase.STARTING;

    Board(List<Part> parts, Directories directories, Clock clock, String label, Consumer<StackStatus> watcher) {
        this.file = new StatusFile(directories.statusFile());
        this.clock = clock;
        this.label = label;
        this.watcher = watcher;
        Map<String, Integer> levels = Levels.of(parts);
        for (Part part : parts) {
            String log = directories.log(part.name()).toString();
            this.parts.put(
                    part.name(),
                    new PartStatus(
                            part.name(),
                            levels.getOrDefault(part.name(), 0),
                            PartState.WAITING,
                            0,
                            0,
                            part.ports(),
                            part.readiness().address(),
                            clock.millis(),
                            0,
                            "",
                            log));
        }
    }

    synchronized void put(Part part, PartState state, OwnProcess process, String reason) {
        change(part, status -> status.in(state, process, reason, clock.millis()));
    }

    synchronized void countRestart(Part part) {
        change(part, PartStatus::restartedOnceMore);
    }

    synchronized void phase(Phase next) {
        phase = next;
        publish();
    }

    private void change(Part part, UnaryOperator<PartStatus> change) {
        parts.compute(part.name(), (name, status) -> change.apply(Objects.requireNonNull(status, name)));
        publish();
    }

    synchronized StackStatus snapshot() {
        OwnProcess self = OwnProcess.of(ProcessHandle.current());
        return new StackStatus(self.pid(), self.start(), label, phase, new ArrayList<>(parts.values()));
    }

    synchronized PartStatus of(String part) {
        return Objects.requireNonNull(parts.get(part), part);
    }

    /** Waits until all these parts are good. */
    synchronized void awaitGood(Collection<String> names) throws InterruptedException {
        while (!names.stream().allMatch(name -> of(name).state().good())) {
            wait();
        }
    }

    /** Waits until the parts are as wanted. */
    synchronized StackStatus await(Predicate<StackStatus> wanted) throws InterruptedException {
        StackStatus now = snapshot();
        while (!wanted.test(now)) {
            wait();
            now = snapshot();
        }
        return now;
    }

    private void publish() {
        StackStatus now = snapshot();
        file.write(now);
        watcher.accept(now);
        notifyAll();
    }
}
