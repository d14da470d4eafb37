package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forces what was written to disk, on a thread of its own: at once when a crossing is among it, else within a second. */
final class SpoolSyncer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolSyncer.class);
    private static final long READS_SAFE_WITHIN_MS = 1000;

    private final Set<SpoolSegment> dirty = new LinkedHashSet<>();
    private final Thread thread;
    private final AtomicLong failures = new AtomicLong();
    private boolean urgent;
    private boolean closing;

    SpoolSyncer() {
        thread = Thread.ofPlatform().name("spool-sync").daemon().start(this::run);
    }

    synchronized void written(SpoolSegment segment, boolean atOnce) {
        dirty.add(segment);
        if (atOnce) {
            urgent = true;
            notifyAll();
        }
    }

    /** How often the disk has refused. */
    long failures() {
        return failures.get();
    }

    synchronized void forget(SpoolSegment segment) {
        dirty.remove(segment);
    }

    private void run() {
        try {
            while (true) {
                List<SpoolSegment> segments = awaitDirty();
                segments.forEach(this::force);
                if (isClosing()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosing() {
        return closing && dirty.isEmpty();
    }

    private synchronized List<SpoolSegment> awaitDirty() throws InterruptedException {
        if (!urgent && !closing) {
            wait(READS_SAFE_WITHIN_MS);
        }
        urgent = false;
        List<SpoolSegment> segments = List.copyOf(dirty);
        dirty.clear();
        return segments;
    }

    private void force(SpoolSegment segment) {
        try {
            segment.force();
        } catch (ClosedChannelException acknowledgedMeanwhile) {
            LOG.trace("segment {} was acknowledged before it was forced", segment.firstSequence());
        } catch (IOException e) {
            failures.incrementAndGet();
            LOG.error("the spool cannot be forced to disk", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        thread.join();
    }
}
