package io.tallygate.bench.gate;

import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import io.tallygate.simulator.GpoBank;
import io.tallygate.simulator.SimulatedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A simulated reader under load: ten tags at ten stages of being carried out, one read of each in every report. Alarms answer
 * deciding reports in their order, so the first alarm belongs to the first deciding report still unanswered.
 */
final class LoadedReader implements AutoCloseable {
    static final int TAGS = 10;
    static final long REPORT_EVERY_US = 10_000;

    private final SimulatedReader reader = SimulatedReader.start(0);
    /** Sees the very reads that the gate sees, in the same order, so that it decides at the same ones. */
    private final CrossingDetector twin;

    private final Samples samples;
    private final List<CarriedTag> tags = new ArrayList<>();
    private final Queue<Long> awaited = new ConcurrentLinkedQueue<>();
    private final AtomicLong unexpected = new AtomicLong();
    private final long numberedFrom;
    private long carried;
    private int messageId;

    LoadedReader(int number, PortalLayout layout, Samples samples) {
        this.numberedFrom = (number + 1L) << 32;
        this.twin = CrossingDetectorFactory.standard().create(layout);
        this.samples = samples;
        reader.gpo().watch(this::answered);
    }

    int port() {
        return reader.port();
    }

    boolean isWatched() {
        return reader.state().connected() && reader.state().reading();
    }

    /** Sends the report of {@code timeUs}; a new tag sets out in every eighth until all are under way. */
    byte[] report(long timeUs) {
        if (tags.size() < TAGS && messageId % (CarriedTag.READS / TAGS) == 0) {
            tags.add(new CarriedTag(numberedFrom + carried++));
        }
        List<TagObservation> reads = new ArrayList<>(TAGS);
        int decisions = 0;
        for (int i = 0; i < tags.size(); i++) {
            TagObservation read = tags.get(i).next(timeUs);
            reads.add(read);
            decisions += twin.onRead(read) != null ? 1 : 0;
            if (tags.get(i).isThrough()) {
                tags.set(i, new CarriedTag(numberedFrom + carried++));
            }
        }
        byte[] frame = ReportFrame.of(++messageId, reads);
        long sentNanos = System.nanoTime();
        for (int i = 0; i < decisions; i++) {
            awaited.add(sentNanos);
        }
        reader.send(frame);
        return frame;
    }

    /** Puts down every tag on its way; those carried next are new. Called while nothing is sent. */
    void beginAnew() {
        tags.clear();
        awaited.clear();
        messageId = 0;
    }

    private void answered(GpoBank.Change change) {
        if (!change.on()) {
            return;
        }
        Long sentNanos = awaited.poll();
        if (sentNanos == null) {
            unexpected.incrementAndGet();
        } else {
            samples.add(change.receivedNanos() - sentNanos);
        }
    }

    /** Alarms that have not come. */
    int unanswered() {
        return awaited.size();
    }

    /** Alarms that no deciding report was sent for. */
    long unexpected() {
        return unexpected.get();
    }

    @Override
    public void close() {
        reader.close();
    }
}
