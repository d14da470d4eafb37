package io.tallygate.standalone;

import io.tallygate.standalone.servers.JvmOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Command lines of JVMs that are to start fast and stay small.
 *
 * @param caches where the AOT caches of the parts are
 * @param training the parts that record their cache in this run rather than use it
 */
record Jvm(Path caches, Set<String> training) {
    static final String QUARKUS_MAIN = "io.quarkus.runner.GeneratedMain";

    private static final Path JAVA = Path.of(System.getProperty("java.home", ""), "bin", "java");

    /**
     * Small heaps, few threads. A part that has crossed its heap's limit ends, and is started again.
     *
     * @param heapMebibytes the most its heap may take
     */
    List<String> start(String part, int heapMebibytes, List<String> classPath, List<String> rest) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(JvmOptions.of(part, heapMebibytes));
        command.addAll(cache(part));
        command.addAll(List.of("-cp", String.join(":", classPath)));
        command.addAll(rest);
        return command;
    }

    /** Every jar of a directory, in an order that is always the same: the cache depends on it. */
    static List<String> jars(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A packaged Quarkus application as a plain class path. Its own runner would load the classes by a loader of its own,
     * whose classes the JDK's AOT cache does not keep. To be started by {@link #QUARKUS_MAIN}.
     */
    static List<String> quarkus(Path app) {
        List<String> jars = new ArrayList<>();
        for (String directory : List.of("quarkus", "app", "lib/boot", "lib/main")) {
            // Within "quarkus", transformed classes must come before those they replace.
            jars.addAll(jars(app.resolve(directory)).reversed());
        }
        return jars;
    }

    private List<String> cache(String part) {
        Path cache = caches.resolve(part + ".aot");
        if (training.contains(part)) {
            return List.of("-XX:AOTCacheOutput=" + cache);
        }
        // A cache that does not fit the JDK or the class path is passed over.
        return Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr")
                : List.of();
    }

    /** Whether the part's cache is there and no older than anything on its class path. */
    boolean fresh(String part, List<String> command) {
        Path cache = caches.resolve(part + ".aot");
        String classPath = command.get(command.indexOf("-cp") + 1);
        try {
            if (!Files.exists(cache)) {
                return false;
            }
            FileTime made = Files.getLastModifiedTime(cache);
            for (String jar : classPath.split(":", -1)) {
                if (Files.getLastModifiedTime(Path.of(jar)).compareTo(made) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
