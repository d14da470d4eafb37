package io.tallygate.bench.gate;

import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import io.tallygate.simulator.GpoBank;
import io.tallygate.simulator.SimulatedReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A simulated reader under load: ten tags at ten stages of being carried out, one read of each in every report. What it sends is planned
 * before anything is measured, for a reader does not weigh its reads on the gate's processors. Alarms answer deciding reports in their
 * order, so the first alarm belongs to the first deciding report still unanswered.
 */
final class LoadedReader implements AutoCloseable {
    static final int TAGS = 10;
    static final long REPORT_EVERY_US = 10_000;

    private final SimulatedReader reader = SimulatedReader.start(0);
    /** Sees the very reads that the gate will see, in the same order, so that it decides at the same ones. */
    private final CrossingDetector twin;

    private final Queue<Planned> planned = new ArrayDeque<>();
    private final Samples samples;
    private final Queue<Long> awaited = new ConcurrentLinkedQueue<>();
    private final AtomicLong unexpected = new AtomicLong();
    private final long numberedFrom;
    private long carried;

    /** @param decisions how many crossings the gate will decide by it */
    private record Planned(byte[] frame, int decisions) {}

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

    /**
     * Plans reports by people who set out anew, to be sent after those planned before.
     *
     * @param fromUs when the first will be sent, on any clock that tells the same for all plans
     */
    void plan(long fromUs, long reports) {
        List<CarriedTag> tags = new ArrayList<>();
        for (int report = 0; report < reports; report++) {
            // One in every eighth report until all are under way.
            if (tags.size() < TAGS && report % (CarriedTag.READS / TAGS) == 0) {
                tags.add(new CarriedTag(numberedFrom + carried++));
            }
            planned.add(planned(report + 1, tags, fromUs + report * REPORT_EVERY_US));
        }
    }

    private Planned planned(int messageId, List<CarriedTag> tags, long timeUs) {
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
        return new Planned(ReportFrame.of(messageId, reads), decisions);
    }

    /**
     * Sends the next report planned, as of {@code timeUs}.
     *
     * @return what was sent
     * @throws java.util.NoSuchElementException when all have been sent
     */
    byte[] report(long timeUs) {
        Planned next = planned.remove();
        ReportFrame.stamp(next.frame(), timeUs);
        long sentNanos = System.nanoTime();
        for (int i = 0; i < next.decisions(); i++) {
            awaited.add(sentNanos);
        }
        reader.send(next.frame());
        return next.frame();
    }

    /** Counts from here on. */
    void beginAnew() {
        awaited.clear();
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
