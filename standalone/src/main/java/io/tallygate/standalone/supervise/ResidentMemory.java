package io.tallygate.standalone.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and those it has started occupy. Pages that several of them share count once, in parts. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** Of this process alone. */
    static long ownMebibytes(ProcessHandle process) {
        return kibibytes(process) / 1024;
    }

    static long mebibytes(ProcessHandle process) {
        long kibibytes = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(ResidentMemory::kibibytes)
                .sum();
        return kibibytes / 1024;
    }

    private static long kibibytes(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            // It ended while being looked at, or the system does not tell: nothing to count.
            return 0;
        }
    }
}
