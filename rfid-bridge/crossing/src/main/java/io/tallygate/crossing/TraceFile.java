package io.tallygate.crossing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A recorded trace: a read a line ({@link TraceLine}), in the order of time; blank lines count for nothing. */
public final class TraceFile {
    private TraceFile() {}

    /** As {@link #readTraced}, of reads whose shift matters to nobody. */
    public static void read(Path trace, PortalLayout layout, Consumer<TagObservation> onRead) throws InputFault {
        readTraced(trace, layout, traced -> onRead.accept(traced.read()));
    }

    /**
     * @param onRead given each read in the order of the lines, up to the first that is none
     * @throws InputFault when the file or a line of it cannot be used
     */
    static void readTraced(Path trace, PortalLayout layout, Consumer<TracedRead> onRead) throws InputFault {
        long lineNo = 0;
        try (BufferedReader lines = Files.newBufferedReader(trace)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lineNo++;
                if (!line.isBlank()) {
                    onRead.accept(TraceLine.parse(line, layout));
                }
            }
        } catch (IllegalArgumentException wrong) {
            throw new InputFault(trace.toString(), lineNo, String.valueOf(wrong.getMessage()));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new InputFault(
                    trace.toString(), lineNo + 1, "cannot be read as UTF-8 text: " + unreadable.getMessage());
        }
    }

    /** Writes one read as the next line. */
    public static void write(Appendable trace, TracedRead read) throws IOException {
        trace.append(TraceLine.of(read)).append('\n');
    }
}
