package io.tallygate.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes reports, and sends them, holds them or drops them as the reader's state has it. On the reader's event loop. */
final class Reporter {

    private static final int MOST_HELD = 10_000;

    private final ControlPlane control;
    private final Deque<byte[]> held = new ArrayDeque<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong heldCount = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private long lastMessageId = 1L << 24;

    Reporter(ControlPlane control) {
        this.control = control;
    }

    /** As after a restart: what it held is gone. */
    void restart() {
        held.clear();
        heldCount.set(0);
    }

    long sent() {
        return sent.get();
    }

    long held() {
        return heldCount.get();
    }

    long dropped() {
        return dropped.get();
    }

    /**
     * One report of all {@code tags} that a started ROSpec reads through a whole cable.
     *
     * @param times how often the very same bytes are sent
     */
    void report(List<TagRead> tags, int times, @Nullable ReaderSession session) {
        boolean utc = control.profile().utcClock();
        long now = control.readerMicros();
        List<TagRead> seen = tags.stream()
                .filter(tag ->
                        control.specs().reads(tag.antenna()) && !control.looks().isCut(tag.antenna()))
                .map(tag -> tag.seenMicros() == 0 ? tag.seenAt(now) : tag)
                .map(tag -> control.access().told(tag, control.specs().started()))
                .toList();
        if (seen.isEmpty()) {
            dropped.incrementAndGet();
            return;
        }
        byte[] message = ReportBytes.of(seen, ++lastMessageId, utc, control.content());
        for (int i = 0; i < times; i++) {
            deliver(message, session);
        }
    }

    private void deliver(byte[] message, @Nullable ReaderSession session) {
        if (session != null && session.takesReports()) {
            session.sendBytes(message);
            sent.incrementAndGet();
        } else if (control.holds() && held.size() < MOST_HELD) {
            held.addLast(message);
            heldCount.incrementAndGet();
        } else {
            dropped.incrementAndGet();
        }
    }

    void flush(ReaderSession session) {
        for (byte[] message = held.pollFirst(); message != null; message = held.pollFirst()) {
            session.sendBytes(message);
            heldCount.decrementAndGet();
            sent.incrementAndGet();
        }
    }
}
