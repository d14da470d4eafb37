package io.tallygate.gate.record;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalFile;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.TraceFile;
import io.tallygate.crossing.TracedRead;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One trace with its portal: {@code CODE-MOMENT.jsonl} and {@code CODE-MOMENT.portal.json}. */
final class TraceOutput implements AutoCloseable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path trace;
    private final Path portalPath;
    private final PortalFile portal;
    private final String rule;
    private final long offsetUs;
    private final Writer lines;
    private long reads;
    private long missedBatches;
    private long thinnedReads;
    private long firstUs = Long.MAX_VALUE;
    private long lastUs = Long.MIN_VALUE;

    private TraceOutput(Path trace, Path portalPath, PortalFile portal, ReadBatch first) throws IOException {
        this.trace = trace;
        this.portalPath = portalPath;
        this.portal = portal;
        this.rule = first.getBeganWithRule();
        this.offsetUs = first.getReaderOffsetUs();
        Files.writeString(portalPath, portal.json());
        this.lines = Files.newBufferedWriter(trace);
    }

    static TraceOutput begin(Path folder, PortalFile portal, ReadBatch first) throws IOException {
        String name = portal.layout().code().replaceAll("[^A-Za-z0-9._-]", "_") + "-"
                + MOMENT.format(instant(first.getReads(0).getSeenAtUs()));
        return new TraceOutput(folder.resolve(name + ".jsonl"), folder.resolve(name + ".portal.json"), portal, first);
    }

    void missed(long batches) {
        missedBatches += batches;
    }

    void thinned(long howMany) {
        thinnedReads += howMany;
    }

    /** @param batchOffsetUs {@code reader_offset_us} of its batch */
    void write(TagRead read, long batchOffsetUs) throws IOException {
        firstUs = Math.min(firstUs, read.getSeenAtUs());
        lastUs = Math.max(lastUs, read.getSeenAtUs());
        if (portal.layout().zoneOf(read.getAntenna()) == null) {
            // The detector passes it over, and replay takes it for a mistake.
            return;
        }
        long shiftUs = batchOffsetUs + read.getReaderDriftUs() - offsetUs;
        TagObservation seen = new TagObservation(
                read.getSeenAtUs() - shiftUs,
                read.getAntenna(),
                new Epc(read.getEpc()),
                read.getRssiCentiDbm() / 100.0,
                read.hasPhaseDegrees() ? read.getPhaseDegrees() : Double.NaN,
                read.hasDopplerHz() ? read.getDopplerHz() : Double.NaN,
                read.getChannel());
        TraceFile.write(lines, new TracedRead(seen, shiftUs));
        reads++;
    }

    /** What it is, what is to be known of it, and how it is replayed; a line each. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        told.add(trace + ": " + reads + " reads, " + instant(firstUs) + " to " + instant(lastUs));
        if (rule.isEmpty()) {
            told.add(
                    "  note: the gate had been watching for longer, and what it had learnt by then is not in the trace: moments"
                            + " and figures may differ");
        } else if (!rule.equals(CrossingDetectorFactory.ruleVersion(portal.tuning()))) {
            told.add("  note: the gate followed " + rule + " then, and this portal is "
                    + CrossingDetectorFactory.ruleVersion(portal.tuning())
                    + " now: for the figures of then take its settings from the register");
        }
        if (thinnedReads > 0) {
            told.add("  note: the gate left out " + thinnedReads
                    + " reads of these batches for want of room, so what it" + " decided may not come out again");
        }
        if (missedBatches > 0) {
            told.add("  note: " + missedBatches
                    + " batches are missing in between (left out for want of room, or lost)");
        }
        told.add("  ./tallygate replay --portal " + asWord(portalPath) + " " + asWord(trace));
        return told;
    }

    /** As a shell takes it for one word. */
    private static String asWord(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9._/-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
