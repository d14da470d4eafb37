package io.tallygate.crossing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Runs the rule in force over one recorded trace, in the order of its lines, with a detector of its own. */
final class TraceReplay {
    private final PortalLayout layout;
    private final CrossingDetectorFactory rule;

    TraceReplay(PortalLayout layout, CrossingDetectorFactory rule) {
        this.layout = layout;
        this.rule = rule;
    }

    /** @param onCrossing given the trace's file name and each crossing as it is decided */
    void run(Path trace, BiConsumer<String, Crossing> onCrossing) throws InputFault {
        CrossingDetector detector = rule.create(layout);
        String name = String.valueOf(trace.getFileName());
        long lineNo = 0;
        try (BufferedReader lines = Files.newBufferedReader(trace)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lineNo++;
                if (!line.isBlank()) {
                    Crossing crossing = detector.onRead(TraceLine.parse(line, layout));
                    if (crossing != null) {
                        onCrossing.accept(name, crossing);
                    }
                }
            }
        } catch (IllegalArgumentException wrong) {
            throw new InputFault(trace.toString(), lineNo, String.valueOf(wrong.getMessage()));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputFault(
                    trace.toString(), lineNo + 1, "cannot be read as UTF-8 text: " + unreadable.getMessage());
        }
    }
}
