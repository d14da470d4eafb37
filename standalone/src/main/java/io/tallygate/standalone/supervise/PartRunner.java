package io.tallygate.standalone.supervise;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Brings one part up and keeps it up, on a thread of its own. */
final class PartRunner implements Runnable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private enum Intent {
        RUN,
        HOLD,
        END
    }

    private enum Outcome {
        READY,
        ENDED,
        TOO_SLOW,
        UNWANTED
    }

    private record Start(Process process, Outcome outcome) {}

    private final Part part;
    private final Board board;
    private final Directories directories;
    private final Backoff backoff;
    private final Semaphore turns;
    private final Duration grace;
    private Intent intent = Intent.RUN;
    private OwnProcess current = OwnProcess.NONE;
    private boolean hasBeenReady;

    PartRunner(Part part, Board board, Directories directories, Backoff backoff, Semaphore turns, Duration grace) {
        this.part = part;
        this.board = board;
        this.directories = directories;
        this.backoff = backoff;
        this.turns = turns;
        this.grace = grace;
    }

    Part part() {
        return part;
    }

    @Override
    public void run() {
        try {
            board.awaitGood(part.after());
            while (awaitWanted()) {
                if (!attempt()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            board.put(part, PartState.FAILED, OwnProcess.NONE, "cannot be started: " + e.getMessage());
        }
    }

    /** Stops the part and keeps it stopped. */
    void hold() {
        stop(Intent.HOLD);
    }

    /** Stops the part for good. */
    void end() {
        stop(Intent.END);
    }

    /** Starts a part that was stopped. */
    synchronized void release() {
        if (intent == Intent.HOLD) {
            intent = Intent.RUN;
            backoff.reset();
            notifyAll();
        }
    }

    private void stop(Intent next) {
        OwnProcess process;
        synchronized (this) {
            intent = next;
            process = current;
            notifyAll();
        }
        process.stop(grace);
        if (board.of(part.name()).state() != PartState.FAILED) {
            board.put(part, PartState.STOPPED, OwnProcess.NONE, "");
        }
    }

    private synchronized boolean awaitWanted() throws InterruptedException {
        while (intent == Intent.HOLD) {
            wait();
        }
        return intent == Intent.RUN;
    }

    private synchronized boolean wanted() {
        return intent == Intent.RUN;
    }

    /** One life of the process. False when there is to be no further one. */
    private boolean attempt() throws IOException, InterruptedException {
        Path log = directories.log(part.name());
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        Start start = startInTurn(log);
        if (start == null) {
            return true;
        }
        Process process = start.process();
        Outcome outcome = start.outcome();
        if (outcome == Outcome.READY) {
            return afterReady(process, logStart);
        }
        OwnProcess.of(process.toHandle()).stop(grace);
        if (outcome == Outcome.UNWANTED || !wanted()) {
            return true;
        }
        String reason = reason(outcome, process, logStart);
        if (!hasBeenReady) {
            board.put(part, PartState.FAILED, OwnProcess.NONE, reason);
            return false;
        }
        restart(reason);
        return true;
    }

    /** Null when the part is no longer wanted. */
    private @Nullable Start startInTurn(Path log) throws IOException, InterruptedException {
        if (!part.inTurn()) {
            return start(log);
        }
        turns.acquire();
        try {
            return start(log);
        } finally {
            turns.release();
        }
    }

    private @Nullable Start start(Path log) throws IOException, InterruptedException {
        Process process = launch(log);
        return process == null ? null : new Start(process, awaitReady(process));
    }

    private boolean afterReady(Process process, long logStart) throws InterruptedException {
        hasBeenReady = true;
        if (part.task()) {
            board.put(part, PartState.DONE, OwnProcess.NONE, "");
            return false;
        }
        board.put(part, PartState.READY, OwnProcess.of(process.toHandle()), "");
        long since = System.nanoTime();
        process.waitFor();
        backoff.ranFor(Duration.ofNanos(System.nanoTime() - since));
        if (wanted()) {
            restart(reason(Outcome.ENDED, process, logStart));
        }
        return true;
    }

    private synchronized void restart(String reason) throws InterruptedException {
        if (intent != Intent.RUN) {
            return;
        }
        current = OwnProcess.NONE;
        board.put(part, PartState.RESTARTING, OwnProcess.NONE, reason);
        board.countRestart(part);
        long end = System.nanoTime() + backoff.next().toNanos();
        for (long left = end - System.nanoTime(); left > 0 && intent == Intent.RUN; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }

    private synchronized @Nullable Process launch(Path log) throws IOException {
        if (intent != Intent.RUN) {
            return null;
        }
        Files.deleteIfExists(directories.readyFile(part.name()));
        ProcessBuilder builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(part.environment());
        Process process = builder.start();
        current = OwnProcess.of(process.toHandle());
        board.put(part, PartState.STARTING, current, "");
        return process;
    }

    /** In a session of its own, so that an interrupt typed at the terminal reaches the supervisor alone. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(part.command());
        return command;
    }

    private Outcome awaitReady(Process process) throws InterruptedException {
        long end = System.nanoTime() + part.limit().toNanos();
        while (System.nanoTime() < end) {
            boolean ended = !process.isAlive();
            if (Probe.ready(part.readiness(), process.toHandle(), ended ? process.exitValue() : -1)) {
                return Outcome.READY;
            }
            if (ended) {
                return Outcome.ENDED;
            }
            if (!wanted()) {
                return Outcome.UNWANTED;
            }
            Thread.sleep(POLL);
        }
        return Outcome.TOO_SLOW;
    }

    private String reason(Outcome outcome, Process process, long logStart) {
        String what = outcome == Outcome.TOO_SLOW
                ? "not ready within " + part.limit().toSeconds() + " s"
                : "ended with code " + process.exitValue();
        List<String> lines = LogTail.errors(directories.log(part.name()), logStart);
        return lines.isEmpty() ? what : what + "\n" + String.join("\n", lines);
    }
}
