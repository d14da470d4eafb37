package io.tallygate.standalone.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A store's main program in a JVM of its own, to be killed. */
final class ChildJvm implements AutoCloseable {
    private static final long LIMIT_SECONDS = 120;

    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it and waits until it says that it is ready. */
    static ChildJvm ready(Class<?> main, Path scratch, String... arguments) throws Exception {
        Path ready = scratch.resolve("ready");
        Files.deleteIfExists(ready);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                "--ready",
                ready.toString()));
        command.addAll(List.of(arguments));
        Path log = scratch.resolve(main.getSimpleName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("TALLYGATE_POSTGRES_PASSWORD", "of-the-services");
        ChildJvm child = new ChildJvm(builder.start(), log);
        child.awaitFile(ready);
        return child;
    }

    private void awaitFile(Path ready) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!Files.exists(ready)) {
            assertThat(process.isAlive()).as(() -> "alive: " + text()).isTrue();
            assertThat(System.nanoTime()).as(() -> "still waiting: " + text()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private String text() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill} does. */
    int terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
