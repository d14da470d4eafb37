package io.tallygate.bench.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something on this machine could run and was not let, by the pressure that Linux reports. */
final class ProcessorWait {
    private static final Path PRESSURE = Path.of("/proc/pressure/cpu");
    private static final Pattern SOME_TOTAL_US = Pattern.compile("some .*total=(\\d+)");

    private final long fromNanos = System.nanoTime();
    private final double fromUs = totalUs();

    private ProcessorWait() {}

    static ProcessorWait fromNow() {
        return new ProcessorWait();
    }

    /** Of the time since then, 0 to 1; NaN on a system that does not say. */
    double share() {
        return (totalUs() - fromUs) * 1000 / (System.nanoTime() - fromNanos);
    }

    private static double totalUs() {
        try {
            Matcher figures = SOME_TOTAL_US.matcher(Files.readString(PRESSURE));
            return figures.find() ? Double.parseDouble(figures.group(1)) : Double.NaN;
        } catch (IOException notReported) {
            return Double.NaN;
        }
    }
}
