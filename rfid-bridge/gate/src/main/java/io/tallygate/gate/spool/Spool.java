package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log. Any thread appends; one thread reads and acknowledges.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path dir;
    private final SpoolLimits limits;
    private final SpoolPosition position;
    /** By first sequence; the last one is written to. Guarded by this. */
    private final TreeMap<Long, SpoolSegment> segments = new TreeMap<>();

    private final SpoolSyncer syncer;
    private SpoolSegment tail;
    private long lastSequence;
    private long bytes;
    private long readBatches;
    private long droppedReadBatches;
    private @Nullable SpoolSegment readSegment;
    private long readPosition;
    private long readSequence;

    private Spool(Path dir, SpoolLimits limits, SpoolPosition position, List<SpoolSegment> found) throws IOException {
        this.dir = dir;
        this.limits = limits;
        this.position = position;
        this.lastSequence = position.acknowledged();
        for (SpoolSegment segment : found) {
            segments.put(segment.firstSequence(), segment);
            bytes += segment.size();
            lastSequence = Math.max(lastSequence, segment.lastSequence());
        }
        this.tail = SpoolSegment.create(dir, unusedName());
        segments.put(tail.firstSequence(), tail);
        this.syncer = new SpoolSyncer();
    }

    /** Opens the log in {@code dir}, cutting off what a kill has left half written. */
    public static Spool open(Path dir, SpoolLimits limits) throws IOException {
        Files.createDirectories(dir);
        List<SpoolSegment> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.filter(SpoolSegment::isSegment).sorted().toList()) {
                SpoolSegment segment = SpoolSegment.recover(file);
                if (segment.size() > 0) {
                    found.add(segment);
                } else {
                    segment.delete();
                }
            }
        }
        return new Spool(dir, limits, SpoolPosition.open(dir), found);
    }

    private long unusedName() {
        return lastSequence + 1;
    }

    /**
     * Appends a record; a batch of reads only while there is room for reads.
     *
     * @return whether it was kept
     * @throws IOException when the disk refuses; the log is as before
     */
    public boolean append(SpoolKind kind, String key, byte[] value) throws IOException {
        synchronized (this) {
            if (kind == SpoolKind.READS && !limits.keepsReads(bytes, readBatches++)) {
                droppedReadBatches++;
                return false;
            }
            if (tail.size() >= limits.segmentBytes()) {
                roll();
            }
            long before = tail.size();
            tail.append(new SpoolRecord(lastSequence + 1, kind, key, value));
            lastSequence++;
            bytes += tail.size() - before;
            notifyAll();
        }
        syncer.written(tail, kind == SpoolKind.CROSSING);
        return true;
    }

    private void roll() throws IOException {
        syncer.written(tail, false);
        tail = SpoolSegment.create(dir, unusedName());
        segments.put(tail.firstSequence(), tail);
    }

    /** Waits until there is something beyond {@code sequence}, or for {@code millis}. */
    public synchronized void awaitBeyond(long sequence, long millis) throws InterruptedException {
        if (lastSequence <= sequence) {
            wait(millis);
        }
    }

    /** Up to {@code most} records after {@code sequence}, in order. */
    public List<SpoolRecord> readAfter(long sequence, int most) throws IOException {
        if (readSegment == null || readSequence != sequence) {
            seek(sequence);
        }
        List<SpoolRecord> read = new ArrayList<>();
        while (read.size() < most) {
            SpoolSegment.Entry entry = nextEntry();
            if (entry == null) {
                break;
            }
            readPosition = entry.next();
            readSequence = entry.found().sequence();
            if (readSequence > sequence) {
                read.add(entry.found());
            }
        }
        return read;
    }

    private SpoolSegment.@Nullable Entry nextEntry() throws IOException {
        while (readSegment != null) {
            SpoolSegment.Entry entry = readSegment.readAt(readPosition);
            if (entry != null) {
                return entry;
            }
            SpoolSegment following = segmentAfter(readSegment);
            if (following == null) {
                return null;
            }
            if (readSegment.lastSequence() > readSequence) {
                LOG.error(
                        "records {} to {} of the spool are damaged and lost",
                        readSequence + 1,
                        readSegment.lastSequence());
            }
            readSegment = following;
            readPosition = 0;
        }
        return null;
    }

    private synchronized void seek(long sequence) {
        Map.Entry<Long, SpoolSegment> holding = segments.floorEntry(sequence + 1);
        readSegment = holding == null ? segments.firstEntry().getValue() : holding.getValue();
        readPosition = 0;
        readSequence = sequence;
    }

    private synchronized @Nullable SpoolSegment segmentAfter(SpoolSegment segment) {
        Map.Entry<Long, SpoolSegment> next = segments.higherEntry(segment.firstSequence());
        return next == null ? null : next.getValue();
    }

    /** Kafka has everything up to {@code sequence}: remembers it and deletes the files that hold nothing else. */
    public synchronized void acknowledge(long sequence) throws IOException {
        position.save(sequence);
        while (segments.firstEntry().getValue() != tail
                && segments.firstEntry().getValue().lastSequence() <= sequence) {
            SpoolSegment done = segments.pollFirstEntry().getValue();
            bytes -= done.size();
            if (done == readSegment) {
                readSegment = null;
            }
            syncer.forget(done);
            done.delete();
        }
    }

    /** The last sequence that Kafka has acknowledged. */
    public synchronized long acknowledged() {
        return position.acknowledged();
    }

    /** Records not yet acknowledged. */
    public synchronized long depth() {
        return lastSequence - position.acknowledged();
    }

    /** Bytes on disk. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Batches of reads given up for want of room, since the start. */
    public synchronized long droppedReadBatches() {
        return droppedReadBatches;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        syncer.close();
        synchronized (this) {
            for (SpoolSegment segment : segments.values()) {
                segment.close();
            }
            position.close();
        }
    }
}
