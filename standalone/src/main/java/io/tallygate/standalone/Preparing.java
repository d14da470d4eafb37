package io.tallygate.standalone;

import io.tallygate.standalone.servers.Trees;
import io.tallygate.standalone.supervise.Directories;
import io.tallygate.standalone.supervise.Part;
import io.tallygate.standalone.supervise.PartStatus;
import io.tallygate.standalone.supervise.Progress;
import io.tallygate.standalone.supervise.Supervisor;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code prepare}: after a build, runs the whole stack once, aside, and keeps what makes later starts fast: an AOT cache
 * of every part that has changed, and the {@link PostgresTemplate}.
 */
final class Preparing {
    /** A part writes its cache when it ends. */
    private static final Duration GRACE = Duration.ofMinutes(3);

    private final Settings settings;
    private final PrintStream out;

    Preparing(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    static Path caches(Settings settings) {
        return settings.root().resolve("standalone/target/aot");
    }

    int run() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(caches(settings));
        Path keycloakLog = settings.root().resolve("standalone/target/keycloak-build.log");
        boolean rebuilt = new KeycloakBuild(Keycloak.distribution(settings)).run(keycloakLog);
        Settings aside = aside();
        Set<String> stale = stale(aside);
        Path template = PostgresTemplate.directory(settings);
        if (rebuilt && Files.exists(template)) {
            Trees.delete(template);
        }
        if (stale.isEmpty() && Files.exists(template)) {
            return 0;
        }
        out.println("Preparing fast starts of "
                + String.join(", ", stale.stream().sorted().toList()));
        return runOnce(aside, new Jvm(caches(settings), stale));
    }

    private int runOnce(Settings aside, Jvm jvm) throws IOException, InterruptedException, SQLException {
        if (Files.exists(aside.home())) {
            Trees.delete(aside.home());
        }
        Directories directories = new Directories(aside.home());
        directories.create();
        List<Part> parts = Parts.of(aside, directories, secrets(aside), jvm, false);
        new Keycloak(aside, secrets(aside), false).prepare();
        Progress progress = new Progress(out, false, System.currentTimeMillis());
        Supervisor supervisor = new Supervisor(parts, directories, Clock.systemUTC(), "prepare", progress, GRACE);
        Thread hook = new Thread(supervisor::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        Optional<PartStatus> failed = supervisor.start();
        if (failed.isPresent()) {
            out.print(Failure.text(failed.get()));
            return 1;
        }
        supervisor.stop();
        Runtime.getRuntime().removeShutdownHook(hook);
        if (!Files.exists(PostgresTemplate.directory(settings))) {
            PostgresTemplate.make(
                    aside.home().resolve("data/postgres"),
                    Parts.programs(settings),
                    PostgresTemplate.directory(settings));
        }
        Trees.delete(aside.home());
        return 0;
    }

    /** Those whose cache is missing, or older than a jar they are made of. */
    private Set<String> stale(Settings aside) throws IOException {
        Jvm jvm = new Jvm(caches(settings), Set.of());
        Directories directories = new Directories(aside.home());
        directories.create();
        return Parts.of(aside, directories, secrets(aside), jvm, false).stream()
                .filter(part -> !jvm.fresh(part.name(), part.command()))
                .map(Part::name)
                .collect(Collectors.toSet());
    }

    private static Secrets secrets(Settings aside) {
        return new Secrets(aside.home().resolve("secrets"));
    }

    /** The same tree, with a home of its own, on free ports, with stores of its own. */
    private Settings aside() throws IOException {
        Map<String, String> environment = new HashMap<>(settings.environment());
        List.of("TALLYGATE_POSTGRES", "TALLYGATE_KAFKA", "TALLYGATE_MONGO", "TALLYGATE_OIDC", "TALLYGATE_HTTP_HOST")
                .forEach(environment::remove);
        for (Service service : Service.values()) {
            environment.put(service.portSetting(), Integer.toString(freePort()));
        }
        return new Settings(settings.root(), settings.root().resolve("standalone/target/prepare"), environment);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
