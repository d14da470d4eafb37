package io.tallygate.standalone.supervise;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code status} shows: each part as it stands at this moment, asked anew rather than read from the file. */
public final class StatusReport {
    private static final String FORMAT = "%-17s %-11s %8s %-12s %6s %9s  %s%n";

    private final StackStatus status;
    private final List<Line> lines;
    private final long supervisorMebibytes;

    private record Line(PartStatus part, String state, boolean good, long mebibytes) {}

    private StatusReport(StackStatus status, List<Line> lines, long supervisorMebibytes) {
        this.status = status;
        this.lines = lines;
        this.supervisorMebibytes = supervisorMebibytes;
    }

    /** Looks at every process and asks every part. */
    public static StatusReport now(StackStatus status) {
        long supervisor =
                status.process().running().map(ResidentMemory::ownMebibytes).orElse(0L);
        List<Line> lines =
                status.parts().parallelStream().map(StatusReport::look).toList();
        return new StatusReport(status, lines, supervisor);
    }

    private static Line look(PartStatus part) {
        if (part.state() != PartState.READY) {
            return new Line(part, part.state().toString(), part.state().good(), 0);
        }
        var process = part.process().running();
        if (process.isEmpty()) {
            return new Line(part, "gone", false, 0);
        }
        boolean ready = Probe.ready(part.probe());
        return new Line(part, ready ? "ready" : "not ready", ready, ResidentMemory.mebibytes(process.get()));
    }

    /** Whether the supervisor is there and every part is ready. */
    public boolean good() {
        return status.process().running().isPresent()
                && status.phase() == StackStatus.Phase.UP
                && lines.stream().allMatch(Line::good);
    }

    /** Mebibytes of all parts and the supervisor. */
    public long mebibytes() {
        return supervisorMebibytes + lines.stream().mapToLong(Line::mebibytes).sum();
    }

    /** A table for people. */
    public String text(Clock clock) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(FORMAT, "part", "state", "pid", "port", "MiB", "restarts", "since"));
        for (Line line : lines) {
            PartStatus part = line.part();
            String ports = part.ports().stream()
                    .map(port -> Integer.toString(port.number()))
                    .collect(Collectors.joining(","));
            text.append(String.format(
                    FORMAT,
                    part.name(),
                    line.state(),
                    part.pid() == 0 ? "-" : part.pid(),
                    ports.isEmpty() ? "-" : ports,
                    line.mebibytes() == 0 ? "-" : line.mebibytes(),
                    part.restarts(),
                    ago(Duration.ofMillis(clock.millis() - part.since()))));
            if (!line.good() && !part.reason().isEmpty()) {
                text.append("    ")
                        .append(part.reason().lines().findFirst().orElse(""))
                        .append('\n');
                text.append("    log: ").append(part.log()).append('\n');
            }
        }
        text.append(String.format("%d MiB resident in all; supervisor %s%n", mebibytes(), supervisor()));
        return text.toString();
    }

    private String supervisor() {
        return status.process().running().isPresent() ? Long.toString(status.supervisor()) : "is not running";
    }

    private static String ago(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
