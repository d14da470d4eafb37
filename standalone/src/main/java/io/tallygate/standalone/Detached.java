package io.tallygate.standalone;

import io.tallygate.standalone.supervise.Directories;
import io.tallygate.standalone.supervise.OwnProcess;
import io.tallygate.standalone.supervise.PartState;
import io.tallygate.standalone.supervise.PartStatus;
import io.tallygate.standalone.supervise.Progress;
import io.tallygate.standalone.supervise.StackStatus;
import io.tallygate.standalone.supervise.StatusFile;
import io.tallygate.standalone.supervise.StatusReport;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts a supervisor that stays behind, and follows it until everything is ready or something is not. */
final class Detached {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Settings settings;
    private final Directories directories;
    private final UpOptions options;
    private final PrintStream out;
    private final StatusFile file;

    Detached(Settings settings, Directories directories, UpOptions options, PrintStream out) {
        this.settings = settings;
        this.directories = directories;
        this.options = options;
        this.out = out;
        this.file = new StatusFile(directories.statusFile());
    }

    int run() throws IOException, InterruptedException {
        Optional<StackStatus> before = file.read();
        if (before.isPresent() && before.get().process().running().isPresent()) {
            return alreadyRuns(before.get());
        }
        Path log = directories.log("supervisor");
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        Process supervisor = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        int code = follow(OwnProcess.of(supervisor.toHandle()), supervisor);
        if (code < 0) {
            // It said why before it had anything to watch.
            out.print(Files.readString(log).substring((int) logStart));
            return 1;
        }
        return code;
    }

    private int alreadyRuns(StackStatus status) throws InterruptedException {
        if (options.reset() || !status.label().equals(options.label())) {
            out.println("It runs already. Stop it first: ./tallygate down");
            return 1;
        }
        if (status.phase() == StackStatus.Phase.UP) {
            out.print("It runs already.\n" + welcome());
            return StatusReport.now(status).good() ? 0 : 1;
        }
        int code = follow(status.process(), null);
        return code < 0 ? 1 : code;
    }

    /** 0 or 1 as it went; -1 when the supervisor ended without a word in the status file. */
    private int follow(OwnProcess supervisor, @Nullable Process child) throws InterruptedException {
        Progress progress = new Progress(out, System.console() != null, System.currentTimeMillis());
        while (true) {
            boolean gone =
                    child != null ? !child.isAlive() : supervisor.running().isEmpty();
            Optional<StackStatus> status = file.read().filter(s -> s.supervisor() == supervisor.pid());
            if (status.isPresent()) {
                progress.accept(status.get());
                if (status.get().phase() == StackStatus.Phase.UP) {
                    progress.clear();
                    out.print(welcome());
                    return 0;
                }
            }
            if (gone) {
                progress.clear();
                return status.flatMap(Detached::failed).map(this::tell).orElse(-1);
            }
            Thread.sleep(POLL);
        }
    }

    private static Optional<PartStatus> failed(StackStatus status) {
        return status.parts().stream()
                .filter(part -> part.state() == PartState.FAILED)
                .findFirst();
    }

    private int tell(PartStatus failed) {
        out.print(Failure.text(failed));
        return 1;
    }

    private String welcome() {
        Secrets secrets = new Secrets(settings.home().resolve("secrets"));
        return new Welcome(settings, secrets, options.demo()).text();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        List<String> rest = new ArrayList<>(List.of(StandaloneMain.class.getName(), "up"));
        if (options.demo()) {
            rest.add("--demo");
        }
        if (options.reset()) {
            rest.add("--reset");
        }
        Jvm jvm = new Jvm(Preparing.caches(settings), Set.of());
        command.addAll(jvm.start("supervisor", 48, List.of(System.getProperty("java.class.path", "")), rest));
        return command;
    }
}
