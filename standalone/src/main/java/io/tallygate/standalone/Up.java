package io.tallygate.standalone;

import io.tallygate.standalone.supervise.Directories;
import io.tallygate.standalone.supervise.Leftovers;
import io.tallygate.standalone.supervise.Lock;
import io.tallygate.standalone.supervise.Part;
import io.tallygate.standalone.supervise.PartStatus;
import io.tallygate.standalone.supervise.Port;
import io.tallygate.standalone.supervise.Progress;
import io.tallygate.standalone.supervise.Supervisor;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code up}: checks what would go wrong, then starts everything, in this process or in one left behind. */
final class Up {
    private final Settings settings;
    private final Directories directories;
    private final UpOptions options;
    private final PrintStream out;

    Up(Settings settings, Directories directories, UpOptions options, PrintStream out) {
        this.settings = settings;
        this.directories = directories;
        this.options = options;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        Optional<String> fault = settings.fault();
        if (fault.isPresent()) {
            out.println(fault.get());
            return 1;
        }
        directories.create();
        if (options.detach()) {
            return new Detached(settings, directories, options, out).run();
        }
        Optional<Lock> lock = Lock.take(directories.lockFile());
        if (lock.isEmpty()) {
            out.println("It runs already, or is coming up. See: ./tallygate status");
            return 1;
        }
        try (Lock _ = lock.get()) {
            return locked();
        }
    }

    private int locked() throws IOException, InterruptedException {
        Leftovers.stop(directories);
        if (options.reset()) {
            new State(settings.home()).drop();
            directories.create();
        }
        Secrets secrets = new Secrets(settings.home().resolve("secrets"));
        Jvm jvm = new Jvm(Preparing.caches(settings), Set.of());
        List<Part> parts = Parts.of(settings, directories, secrets, jvm, options.demo());
        Map<Part, Port> taken = Supervisor.takenPorts(parts);
        taken.forEach((part, port) -> out.printf(
                "Port %d, wanted by %s, is in use by another program. Set %s to another port.%n",
                port.number(), part.name(), port.setting()));
        if (!taken.isEmpty()) {
            return 1;
        }
        GivenServers.setUp(settings);
        if (settings.given("TALLYGATE_OIDC").isEmpty()) {
            new Keycloak(settings, secrets, options.demo()).prepare();
        }
        return supervise(parts, secrets);
    }

    private int supervise(List<Part> parts, Secrets secrets) throws IOException, InterruptedException {
        Progress progress = new Progress(out, System.console() != null, System.currentTimeMillis());
        Supervisor supervisor = new Supervisor(parts, directories, Clock.systemUTC(), options.label(), progress);
        Thread hook = new Thread(supervisor::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        Optional<PartStatus> failed = supervisor.start();
        progress.clear();
        if (failed.isPresent()) {
            Runtime.getRuntime().removeShutdownHook(hook);
            out.print(Failure.text(failed.get()));
            return 1;
        }
        if (supervisor.stopping()) {
            return 1;
        }
        out.print(new Welcome(settings, secrets, options.demo()).text());
        supervisor.serve();
        return 0;
    }
}
