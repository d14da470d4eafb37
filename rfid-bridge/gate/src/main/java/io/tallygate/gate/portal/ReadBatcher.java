package io.tallygate.gate.portal;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.crossing.TagObservation;
import io.tallygate.gate.spool.SpoolWriter;
import java.util.concurrent.TimeUnit;

/** Gathers the reads of one portal into batches for the spool. Lives on the reader's event loop. */
final class ReadBatcher {
    private static final int MOST_READS = 256;
    static final long LONGEST_MS = 200;

    private final String portalCode;
    private final SpoolWriter spool;
    private ReadBatch.Builder batch = ReadBatch.newBuilder();
    private long sequence;
    private long startedNanos;
    private String beganWithRule = "";

    /** @param firstSequence batches are numbered from here; a start in time order keeps them growing over restarts */
    ReadBatcher(String portalCode, SpoolWriter spool, long firstSequence) {
        this.portalCode = portalCode;
        this.spool = spool;
        this.sequence = firstSequence;
    }

    /** The detector knows nothing of the reads so far: those added from here on can be replayed by themselves. */
    void beginAnew(String ruleVersion) {
        flush();
        beganWithRule = ruleVersion;
    }

    void add(TagObservation read, long seenAtUs, int count, long receivedAtUs) {
        long offsetUs = seenAtUs - read.timeUs();
        if (batch.getReadsCount() == 0) {
            batch.setReceivedAtUs(receivedAtUs).setReaderOffsetUs(offsetUs).setBeganWithRule(beganWithRule);
            beganWithRule = "";
            startedNanos = System.nanoTime();
        }
        batch.addReads(ReadMessages.read(read, seenAtUs)
                .setCount(count)
                .setReaderDriftUs(offsetUs - batch.getReaderOffsetUs()));
        if (batch.getReadsCount() >= MOST_READS) {
            flush();
        }
    }

    void flushIfDue() {
        if (System.nanoTime() - startedNanos >= TimeUnit.MILLISECONDS.toNanos(LONGEST_MS)) {
            flush();
        }
    }

    void flush() {
        if (batch.getReadsCount() == 0) {
            return;
        }
        ReadBatch full = batch.setPortalCode(portalCode).setSequence(sequence++).build();
        batch = ReadBatch.newBuilder();
        spool.keep(full);
    }
}
