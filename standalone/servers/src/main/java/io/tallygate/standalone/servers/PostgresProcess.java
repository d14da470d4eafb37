package io.tallygate.standalone.servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of PostgreSQL, which refuse to run as root.
 *
 * <p>As root they run in a user namespace of their own, where root's files belong to an unnamed user; where the system
 * allows no such namespace, as user 65534, who keeps only root's right to pass the directories above the data.
 */
final class PostgresProcess {
    private static final String NOBODY = "65534";
    private static final long STOP_SECONDS = 30;

    private final Path programs;
    private final List<String> prefix;

    PostgresProcess(Path programs) throws IOException {
        this.programs = programs;
        this.prefix = prefix();
    }

    /** Gives a directory to the user the programs run as, when that is not this one. */
    void own(Path directory) throws IOException {
        if (prefix.contains("setpriv")) {
            await(new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, directory.toString()).start());
        }
    }

    /** Runs a program to its end. */
    void run(String program, List<String> arguments) throws IOException {
        Process process = builder(program, arguments).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (await(process) != 0) {
            throw new ServerException(program + " failed: " + output.strip());
        }
    }

    /**
     * Starts a program that is told to stop when this JVM dies, however it dies: without that a killed JVM would leave
     * a server behind that holds the port and the data.
     */
    Process startGuarded(String program, List<String> arguments, Redirect log) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        // The kernel signals the child when the *thread* that started it ends, so one thread stays for it.
        Thread.ofPlatform().daemon().name(program).start(() -> {
            try {
                Process process = guarded(program, arguments)
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
                started.complete(process);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return started.join();
    }

    /** Ends a server: open transactions are rolled back, everything committed is written; forcibly after 30 s. */
    static void stop(ProcessHandle process) {
        signal(process, "INT");
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            signal(process, "QUIT");
            process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new ServerException("Waiting for process " + process.pid() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /**
     * The server that still runs on this directory, left behind by a process that was killed.
     *
     * <p>A lock file that names another program's process, as after a reboot, is removed: the server would take it for
     * a running one.
     */
    static Optional<ProcessHandle> runningOn(Path dataDir) throws IOException {
        Path lock = dataDir.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(lock);
        long pid = lines.isEmpty() ? -1 : parsePid(lines.getFirst());
        Optional<ProcessHandle> running =
                ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> serves(p, dataDir));
        if (running.isEmpty()) {
            Files.deleteIfExists(lock);
        }
        return running;
    }

    private static boolean serves(ProcessHandle process, Path dataDir) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(dataDir.toString());
    }

    private static long parsePid(String line) {
        String digits = line.strip();
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
    }

    private ProcessBuilder guarded(String program, List<String> arguments) {
        ProcessBuilder builder = builder(program, arguments);
        if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of("/usr/bin/setpriv", "--pdeathsig", "INT"));
            command.addAll(
                    builder.command().subList(prefix.size(), builder.command().size()));
            builder.command(command);
        }
        return builder;
    }

    private ProcessBuilder builder(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(programs.toFile());
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        return builder;
    }

    private static List<String> prefix() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (await(new ProcessBuilder("unshare", "-U", "true").start()) == 0) {
            return List.of("unshare", "-U");
        }
        return List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override");
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            await(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start());
        } catch (IOException e) {
            throw new ServerException("Process " + process.pid() + " could not be signalled", e);
        }
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new ServerException("Interrupted", e);
        }
    }
}
