package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two logs of a gate and what writes to them. Crossings have a log of their own, so that after an outage they do not wait
 * behind an hour of reads, nor for the disk while megabytes of reads are made safe.
 */
public final class SpoolLanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolLanes.class);

    private final Spool reads;
    private final Spool crossings;
    private final @Nullable CrossingJournal journal;
    private final SpoolWriter writer;
    private final List<String> setAside;
    private final int recovered;

    private SpoolLanes(
            Spool reads,
            Spool crossings,
            @Nullable CrossingJournal journal,
            SpoolLimits limits,
            List<String> setAside,
            int recovered) {
        this.reads = reads;
        this.crossings = crossings;
        this.journal = journal;
        this.setAside = List.copyOf(setAside);
        this.recovered = recovered;
        this.writer = new SpoolWriter(
                reads, crossings, journal, SpoolWriter.WaitingLimits.STANDARD, reads::bytes, limits.mostBytes());
    }

    /**
     * Opens both logs below {@code home} and completes them from the journal of a process that was killed.
     *
     * @throws IOException when the disk takes nothing at all
     */
    public static SpoolLanes open(Path home, SpoolLimits limits, Clock clock) throws IOException {
        Spool reads = Spool.open(home.resolve("spool"), limits, clock);
        Spool crossings = Spool.open(home.resolve("crossings"), limits, clock);
        List<String> damages = new ArrayList<>();
        CrossingJournal journal = openJournal(home.resolve("journal"), clock.millis(), damages);
        int recovered = journal == null ? 0 : complete(crossings, journal);
        return new SpoolLanes(reads, crossings, journal, limits, damages, recovered);
    }

    private static @Nullable CrossingJournal openJournal(Path file, long nowMs, List<String> damages) {
        try {
            return CrossingJournal.open(file);
        } catch (IOException unusable) {
            LOG.error("the crossing journal cannot be used; it is set aside and begun anew", unusable);
            try {
                Path aside = file.resolveSibling(file.getFileName() + ".unreadable-" + nowMs);
                Files.move(file, aside);
                damages.add(aside.getFileName().toString());
                return CrossingJournal.open(file);
            } catch (IOException e) {
                LOG.error("there is no crossing journal: a kill may lose the crossing being decided", e);
                return null;
            }
        }
    }

    private static int complete(Spool crossings, CrossingJournal journal) throws IOException {
        List<SpoolRecord> left = journal.recover();
        for (SpoolRecord entry : left) {
            crossings.append(entry.kind(), entry.key(), entry.value());
        }
        if (!left.isEmpty()) {
            LOG.warn("{} crossings of a process that was killed are taken over from its journal", left.size());
            crossings.force();
        }
        journal.begin();
        return left.size();
    }

    public Spool reads() {
        return reads;
    }

    public Spool crossings() {
        return crossings;
    }

    public SpoolWriter writer() {
        return writer;
    }

    /** Crossings that a killed process had decided and that this one has spooled for it. */
    public int recoveredCrossings() {
        return recovered;
    }

    /** Names of what was damaged and has been set aside, of both logs and the journal. */
    public List<String> setAside() {
        List<String> all = new ArrayList<>(setAside);
        all.addAll(reads.state().setAside());
        all.addAll(crossings.state().setAside());
        return all;
    }

    /** Once nobody hands anything over any more. */
    @Override
    public void close() throws IOException, InterruptedException {
        writer.close();
        if (journal != null) {
            journal.close();
        }
        reads.close();
        crossings.close();
    }
}
