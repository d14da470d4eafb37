package io.tallygate.standalone.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How the JVM of each part is told to start fast and stay small. */
public final class JvmOptions {

    /** Code that is hot for long is compiled well, but a start, which is never long, is left to the quick compiler. */
    private static final List<String> LATE_SECOND_COMPILER = List.of(
            "-XX:Tier4InvocationThreshold=40000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=120000",
            "-XX:Tier4BackEdgeThreshold=320000");

    /** Parts with the figures of the budgets to hold. The others never do enough of one thing. */
    private static final Set<String> BUSY = Set.of("kafka", "devices", "carriers", "sightings", "gateway");

    /**
     * The horn waits for nothing: the gate's collector works beside it, for some 30 MiB, where the others stop their part for some
     * milliseconds; and its code is compiled well as soon as it is hot, because what the quick compiler makes falls behind ten busy
     * readers when the processors are short.
     */
    private static final String GATE = "rfid-bridge";

    private JvmOptions() {}

    /**
     * Small heaps, few threads. A part that has crossed its heap's limit ends.
     *
     * @param heapMebibytes the most its heap may take
     */
    public static List<String> of(String part, int heapMebibytes) {
        List<String> options = new ArrayList<>(List.of(
                part.equals(GATE) ? "-XX:+UseZGC" : "-XX:+UseSerialGC",
                "-Xss512k",
                "-Xmx" + heapMebibytes + "m",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:-UsePerfData",
                "-XX:+ExitOnOutOfMemoryError",
                // What the manifest of a packaged Quarkus application asks for: its pool clears the thread locals of
                // threads that end.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        options.addAll(compilers(part));
        return options;
    }

    private static List<String> compilers(String part) {
        if (part.equals(GATE)) {
            return List.of();
        }
        return BUSY.contains(part) ? LATE_SECOND_COMPILER : List.of("-XX:TieredStopAtLevel=1");
    }
}
