package io.tallygate.gate.record;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.crossing.PortalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches of a portal, as they lie on the topic, as traces: one for each time the detector began to know nothing, because replay
 * begins each trace so. What was sent again after an outage is written once.
 */
final class TraceWriting implements AutoCloseable {
    private final Path folder;
    private final PortalFile portal;
    private final List<TraceOutput> traces = new ArrayList<>();
    private final Set<Long> starts = new HashSet<>();
    private @Nullable TraceOutput current;
    private long sequence = Long.MIN_VALUE;

    /** @throws IOException when there can be no such folder */
    TraceWriting(Path folder, PortalFile portal) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.portal = portal;
    }

    void write(ReadBatch batch) throws IOException {
        // A bridge whose clock was set back begins with a smaller number.
        boolean start = !batch.getBeganWithRule().isEmpty() && starts.add(batch.getSequence());
        if (batch.getReadsCount() == 0 || (!start && batch.getSequence() <= sequence)) {
            return;
        }
        TraceOutput to = current;
        if (to == null || start) {
            close();
            to = TraceOutput.begin(folder, portal, batch);
            traces.add(to);
            current = to;
        } else {
            to.missed(batch.getSequence() - sequence - 1);
        }
        sequence = batch.getSequence();
        to.thinned(batch.getThinnedReads());
        for (TagRead read : batch.getReadsList()) {
            to.write(read, batch.getReaderOffsetUs());
        }
    }

    List<TraceOutput> traces() {
        return List.copyOf(traces);
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
