package io.tallygate.gate.spool;

import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the gates' threads want kept and writes it to the logs on a thread of its own, crossings first. Those who hand
 * over never wait, whatever the disk does: what it has not taken yet waits here, reads up to a bound and thinned as it comes
 * near, crossings however long it takes.
 */
public final class SpoolWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolWriter.class);
    private static final long RETRY_MS = 500;

    /**
     * What several people set off at once goes to the disk and to Kafka together, and after their horns: for each by itself a machine of two
     * processors would be busy with the ledger while the next horn waits for one. The journal has them meanwhile.
     */
    private static final long GATHERED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final SpoolSink reads;
    private final SpoolSink crossings;
    private final @Nullable CrossingJournal journal;
    private final WaitingLimits limits;
    private final LongSupplier readBytes;
    private final long mostReadBytes;
    private final Map<String, ReadThinner> thinners = new HashMap<>();
    private final Thread thread;
    private final Deque<ReadBatch> waitingReads = new ArrayDeque<>();
    private final Deque<Waiting> waitingCrossings = new ArrayDeque<>();
    private int waitingReadCount;
    private long thinnedReads;
    private long droppedReads;
    private long lostCrossings;
    private boolean idle;
    private boolean closing;
    private boolean refused;

    @SuppressWarnings("ArrayRecordComponent") // Carried to the disk and never compared.
    private record Waiting(String crossingId, String epc, byte[] message, int slot) {}

    /**
     * @param readBytes what the log of reads holds now
     * @param mostReadBytes what it may hold
     */
    SpoolWriter(
            SpoolSink reads,
            SpoolSink crossings,
            @Nullable CrossingJournal journal,
            WaitingLimits limits,
            LongSupplier readBytes,
            long mostReadBytes) {
        this.reads = reads;
        this.crossings = crossings;
        this.journal = journal;
        this.limits = limits;
        this.readBytes = readBytes;
        this.mostReadBytes = mostReadBytes;
        this.thread = Thread.ofPlatform().name("spool-writer").daemon().start(this::run);
    }

    /**
     * From the return of this call on a kill of the process does not lose the crossing. Waits for nothing.
     *
     * @return what to {@link #keep} it with
     */
    public int protect(Crossing crossing) {
        return journal == null ? CrossingJournal.NO_SLOT : journal.protect(crossing.getEpc(), crossing.toByteArray());
    }

    /** Has the crossing written; from the return of this call on a kill does not lose what it rests on either. */
    public void keep(Crossing crossing, int slot) {
        byte[] whole = crossing.toByteArray();
        enqueue(crossing, whole, journal == null ? slot : journal.complete(slot, crossing.getEpc(), whole));
    }

    private synchronized void enqueue(Crossing crossing, byte[] whole, int slot) {
        boolean many = waitingCrossings.size() >= limits.crossingsWithEvidence();
        byte[] kept = many ? crossing.toBuilder().clearEvidence().build().toByteArray() : whole;
        waitingCrossings.addLast(new Waiting(crossing.getCrossingId(), crossing.getEpc(), kept, slot));
        if (waitingCrossings.size() > limits.crossings()) {
            Waiting lost = waitingCrossings.removeFirst();
            release(lost);
            lostCrossings++;
            LOG.error("crossing {} is lost: the disk has taken none for long", lost.crossingId);
        }
        wake();
    }

    /** Has a crossing that was kept before written once more, with more in it. Left out where it would cost others their evidence. */
    public void keepAgain(Crossing crossing) {
        if (state().waitingCrossings() < limits.crossingsWithEvidence()) {
            keep(crossing, CrossingJournal.NO_SLOT);
        }
    }

    /** Has the reads written, or as many as there is room for. */
    public synchronized void keep(ReadBatch batch) {
        if (waitingReadCount + batch.getReadsCount() > limits.reads()) {
            droppedReads += batch.getReadsCount();
            return;
        }
        waitingReadCount += batch.getReadsCount();
        waitingReads.addLast(batch);
        wake();
    }

    private void wake() {
        if (idle) {
            notifyAll();
        }
    }

    private void run() {
        try {
            while (awaitWork()) {
                writeCrossings();
                writeReads();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether there is any; there is none when everything is written and this is being closed. */
    private synchronized boolean awaitWork() throws InterruptedException {
        boolean slept = false;
        while (waitingReads.isEmpty() && waitingCrossings.isEmpty()) {
            if (closing) {
                return false;
            }
            slept = true;
            idle = true;
            wait();
            idle = false;
        }
        if (slept) {
            gather();
        }
        return !(refused && closing);
    }

    private void gather() throws InterruptedException {
        long until = System.nanoTime() + GATHERED_NANOS;
        for (long left = GATHERED_NANOS; left > 0 && !closing; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private void writeCrossings() throws InterruptedException {
        for (Waiting next = firstCrossing(); next != null; next = firstCrossing()) {
            try {
                crossings.append(SpoolKind.CROSSING, next.epc, next.message);
                written(next);
            } catch (IOException e) {
                refuse(e);
                return;
            }
        }
    }

    private synchronized @Nullable Waiting firstCrossing() {
        return waitingCrossings.peekFirst();
    }

    private synchronized void written(Waiting crossing) {
        // It may have been given up meanwhile, and its slot with it.
        if (waitingCrossings.peekFirst() == crossing) {
            waitingCrossings.removeFirst();
            release(crossing);
        }
        accept();
    }

    private void release(Waiting crossing) {
        if (journal != null) {
            journal.release(crossing.slot);
        }
    }

    private void writeReads() throws InterruptedException {
        ReadBatch next;
        Thinning thinning;
        synchronized (this) {
            next = waitingReads.peekFirst();
            if (next == null) {
                return;
            }
            thinning = thinning();
        }
        ReadBatch batch = thinners.computeIfAbsent(next.getPortalCode(), any -> new ReadThinner())
                .thin(next, thinning);
        int count = next.getReadsCount();
        int left = batch.getReadsCount();
        try {
            boolean kept = left > 0 && reads.append(SpoolKind.READS, batch.getPortalCode(), batch.toByteArray());
            boolean turnedAway = !kept && (left > 0 || thinning == Thinning.ALL);
            taken(next, turnedAway ? 0 : count - left, turnedAway ? count : 0);
        } catch (IOException e) {
            // The gap in the batches' numbers tells the ledger.
            taken(next, 0, count);
            refuse(e);
        }
    }

    private synchronized void taken(ReadBatch batch, int thinned, int dropped) {
        waitingReads.removeFirst();
        waitingReadCount -= batch.getReadsCount();
        thinnedReads += thinned;
        droppedReads += dropped;
        if (dropped == 0) {
            accept();
        }
    }

    private void accept() {
        if (refused) {
            LOG.info("the spool takes records again");
        }
        refused = false;
    }

    private synchronized void refuse(IOException e) throws InterruptedException {
        if (!refused) {
            LOG.error("the spool refuses what is written; {} crossings wait in memory", waitingCrossings.size(), e);
        }
        refused = true;
        if (!closing) {
            wait(RETRY_MS);
        }
    }

    /** How much of the reads is left out now, for the fuller of memory and disk. */
    public synchronized Thinning thinning() {
        return Thinning.at(waitingReadCount, limits.reads() + 1L)
                .orMore(Thinning.at(readBytes.getAsLong(), mostReadBytes));
    }

    /** What was left out and what waits. */
    public synchronized WriterState state() {
        return new WriterState(
                thinning(), thinnedReads, droppedReads, waitingReadCount, waitingCrossings.size(), lostCrossings);
    }

    /** Writes what waits, unless the disk refuses it; then the journal keeps the crossings for the next start. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.join();
    }

    /**
     * What may wait in memory.
     *
     * @param reads beyond this they are dropped; thinned from three quarters on
     * @param crossingsWithEvidence beyond this the reads that a crossing rests on are left out
     * @param crossings beyond this the oldest is given up and counted
     */
    record WaitingLimits(int reads, int crossingsWithEvidence, int crossings) {
        /** Some 10 MB of reads, 20 MB of crossings with and 30 MB without evidence: a disk that hangs for hours at a busy site. */
        static final WaitingLimits STANDARD = new WaitingLimits(1 << 16, 10_000, 100_000);
    }

    /** @param thinnedReads left out for want of room in batches that were kept; the others are dropped */
    public record WriterState(
            Thinning thinning,
            long thinnedReads,
            long droppedReads,
            int waitingReads,
            int waitingCrossings,
            long lostCrossings) {}
}
