package io.tallygate.bench.live;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A demo stack with its addresses. One that was started here is stopped and removed again. */
public final class DemoStack implements AutoCloseable {
    private static final List<String> PORTS = List.of(
            "POSTGRES",
            "KAFKA",
            "MONGO",
            "KEYCLOAK",
            "GATEWAY",
            "PERSONNEL",
            "DEVICES",
            "CARRIERS",
            "FACILITIES",
            "INCIDENTS",
            "SIGHTINGS",
            "BRIDGE",
            "SIMULATOR");

    private final Map<String, String> environment;
    private final @Nullable Path launcher;
    private final @Nullable Path home;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DemoStack(Map<String, String> environment, @Nullable Path launcher, @Nullable Path home) {
        this.environment = environment;
        this.launcher = launcher;
        this.home = home;
    }

    /**
     * The stack that listens where this process' environment says, else a new one.
     *
     * @return empty when none runs and there is no launcher to start one with
     * @throws IOException when one does not come up; its output says why
     */
    public static Optional<DemoStack> runningOrNew() throws IOException, InterruptedException {
        DemoStack running = new DemoStack(System.getenv(), null, null);
        if (running.listens("GATEWAY", 8080) && running.listens("SIMULATOR", 8088)) {
            return Optional.of(running);
        }
        String root = System.getenv("TALLYGATE_ROOT");
        return root == null ? Optional.empty() : Optional.of(start(Path.of(root, "tallygate")));
    }

    private static DemoStack start(Path launcher) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("gate-latency-stack");
        Map<String, String> environment = new HashMap<>();
        List<Integer> free = freePorts(PORTS.size());
        for (int i = 0; i < PORTS.size(); i++) {
            environment.put("TALLYGATE_PORT_" + PORTS.get(i), Integer.toString(free.get(i)));
        }
        environment.put("TALLYGATE_PORT_READERS", Integer.toString(twoInARow()));
        environment.put("TALLYGATE_HOME", home.toString());
        DemoStack stack = new DemoStack(environment, launcher, home);
        // Its processes are nobody's children: a bench that is interrupted would leave them behind.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stopAtLast, "stop-stack"));
        int code = stack.tallygate(launcher, "up", "--demo", "--detach");
        if (code != 0) {
            stack.close();
            throw new IOException("the demo stack did not come up");
        }
        return stack;
    }

    private int tallygate(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> probes = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                probes.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return probes.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket probe : probes) {
                probe.close();
            }
        }
    }

    private static int twoInARow() throws IOException {
        for (int port : freePorts(50)) {
            try (ServerSocket next = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
                return next.getLocalPort() - 1;
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no two free ports in a row");
    }

    private boolean listens(String part, int usually) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(part, usually)), 500);
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    private int port(String part, int usually) {
        return Integer.parseInt(environment.getOrDefault("TALLYGATE_PORT_" + part, Integer.toString(usually)));
    }

    String gateway() {
        return "http://127.0.0.1:" + port("GATEWAY", 8080);
    }

    String simulator() {
        return "http://127.0.0.1:" + port("SIMULATOR", 8088);
    }

    String kafka() {
        return environment.getOrDefault("TALLYGATE_KAFKA", "127.0.0.1:" + port("KAFKA", 19092));
    }

    String issuer() {
        return environment.getOrDefault(
                "TALLYGATE_OIDC", "http://127.0.0.1:" + port("KEYCLOAK", 8180) + "/realms/tallygate");
    }

    private void stopAtLast() {
        try {
            close();
        } catch (IOException | InterruptedException e) {
            System.err.println(e.getMessage());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (launcher == null || home == null || closed.getAndSet(true)) {
            return;
        }
        int code = tallygate(launcher, "down");
        if (code != 0) {
            throw new IOException("the demo stack could not be stopped; its state is in " + home);
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
