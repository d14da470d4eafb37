package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One log. Any thread appends; one thread reads and acknowledges.
 */
public final class Spool implements SpoolSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path dir;
    private final SpoolLimits limits;
    private final Clock clock;
    private final SpoolPosition position;
    /** By first sequence; the last one is written to. Guarded by this. */
    private final TreeMap<Long, SpoolSegment> segments = new TreeMap<>();

    private final SpoolAges ages = new SpoolAges();
    private final List<String> setAside;
    private final SpoolSyncer syncer = new SpoolSyncer();
    private SpoolSegment tail;
    private long lastSequence;
    private long bytes;
    private @Nullable SpoolSegment readSegment;
    private @Nullable SpoolSegment damagedAtRuntime;
    private long readPosition;
    private long readSequence;

    private Spool(
            Path dir,
            SpoolLimits limits,
            Clock clock,
            SpoolPosition position,
            List<SpoolSegment> found,
            List<String> setAside)
            throws IOException {
        this.dir = dir;
        this.limits = limits;
        this.clock = clock;
        this.position = position;
        this.setAside = new CopyOnWriteArrayList<>(setAside);
        this.lastSequence = position.acknowledged();
        for (SpoolSegment segment : found) {
            segments.put(segment.firstSequence(), segment);
            bytes += segment.size();
            lastSequence = Math.max(lastSequence, segment.lastSequence());
            ages.wrote(segment.firstSequence(), segment.modifiedMs());
        }
        this.tail = SpoolSegment.create(dir, unusedName());
        segments.put(tail.firstSequence(), tail);
    }

    /**
     * Opens the log in {@code dir}, cutting off what a kill has left half written, and setting aside what is damaged; a
     * directory that cannot be used at all as {@code <dir>.unreadable-<ms>}.
     *
     * @throws IOException when not even a new one can be made
     */
    public static Spool open(Path dir, SpoolLimits limits, Clock clock) throws IOException {
        try {
            return load(dir, limits, clock, List.of());
        } catch (IOException unusable) {
            if (!Files.exists(dir)) {
                throw unusable;
            }
            Path aside = dir.resolveSibling(dir.getFileName() + ".unreadable-" + clock.millis());
            LOG.error("the spool cannot be used; it is set aside as {} and begun anew", aside, unusable);
            Files.move(dir, aside);
            return load(dir, limits, clock, List.of(aside.getFileName().toString()));
        }
    }

    private static Spool load(Path dir, SpoolLimits limits, Clock clock, List<String> before) throws IOException {
        Files.createDirectories(dir);
        SpoolSalvage.finishInterrupted(dir);
        List<String> damages = new ArrayList<>(before);
        SpoolPosition position = SpoolPosition.open(dir, clock.millis(), damages);
        List<SpoolSegment> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.filter(SpoolSegment::isSegment).sorted().toList()) {
                SpoolSegment segment = SpoolSalvage.recover(file, clock.millis(), damages);
                if (segment.size() > 0) {
                    found.add(segment);
                } else {
                    segment.delete();
                }
            }
        }
        return new Spool(dir, limits, clock, position, found, damages);
    }

    private long unusedName() {
        return lastSequence + 1;
    }

    @Override
    public boolean append(SpoolKind kind, String key, byte[] value) throws IOException {
        SpoolSegment written;
        synchronized (this) {
            if (kind == SpoolKind.READS && bytes >= limits.mostBytes()) {
                return false;
            }
            if (tail.size() >= limits.segmentBytes()) {
                roll();
            }
            long before = tail.size();
            tail.append(new SpoolRecord(lastSequence + 1, kind, key, value));
            lastSequence++;
            bytes += tail.size() - before;
            ages.wrote(lastSequence, clock.millis());
            written = tail;
            notifyAll();
        }
        syncer.written(written, kind == SpoolKind.CROSSING);
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

    /** Records after {@code sequence}, in order: up to {@code most}, and no more once they hold {@code mostBytes}. */
    public List<SpoolRecord> readAfter(long sequence, int most, int mostBytes) throws IOException {
        if (readSegment == null || readSequence != sequence) {
            seek(sequence);
        }
        List<SpoolRecord> read = new ArrayList<>();
        for (int size = 0; read.size() < most && size < mostBytes; ) {
            SpoolSegment.Entry entry = nextEntry();
            if (entry == null) {
                break;
            }
            readPosition = entry.next();
            readSequence = entry.found().sequence();
            if (readSequence > sequence) {
                read.add(entry.found());
                size += entry.found().value().length;
            }
        }
        return read;
    }

    private SpoolSegment.@Nullable Entry nextEntry() throws IOException {
        while (readSegment != null) {
            // Asked before the look: only a segment that has one behind it grows no more.
            SpoolSegment following = segmentAfter(readSegment);
            SpoolSegment.Entry entry = readSegment.readAt(readPosition);
            if (entry == null && readSegment.lastSequence() > readSequence) {
                // Just appended, or damaged: a second look tells.
                entry = readSegment.readAt(readPosition);
                entry = entry == null ? beyondDamage(readSegment) : entry;
            }
            if (entry != null) {
                return entry;
            }
            if (following == null) {
                return null;
            }
            readSegment = following;
            readPosition = 0;
        }
        return null;
    }

    /** Written whole and no longer so: the disk has changed it under us. What comes after it still counts. */
    private SpoolSegment.@Nullable Entry beyondDamage(SpoolSegment segment) throws IOException {
        long next = segment.findAfter(readPosition, readSequence);
        if (damagedAtRuntime != segment) {
            damagedAtRuntime = segment;
            String aside = segment.copyAside(clock.millis());
            setAside.add(aside);
            LOG.error("the spool is damaged after record {}; a copy is set aside as {}", readSequence, aside);
        }
        if (next < 0) {
            readPosition = segment.size();
            return null;
        }
        return segment.readAt(next);
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
        ages.acknowledged(sequence);
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

    /** How it stands. */
    public synchronized SpoolState state() {
        long depth = lastSequence - position.acknowledged();
        long now = clock.millis();
        long oldestMs = depth == 0 ? 0 : Math.max(0, now - ages.writtenAtMs(position.acknowledged() + 1, now));
        return new SpoolState(depth, bytes, oldestMs / 1000, syncer.failures(), List.copyOf(setAside));
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Returns when everything written so far is on disk. */
    void force() throws IOException {
        SpoolSegment written;
        synchronized (this) {
            written = tail;
        }
        written.force();
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
