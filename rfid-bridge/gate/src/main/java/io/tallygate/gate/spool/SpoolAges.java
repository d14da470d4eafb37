package io.tallygate.gate.spool;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When records were written, to the second: a mark now and then, of bounded number, instead of a time in each. */
final class SpoolAges {
    private static final long MARK_EVERY_MS = 1000;
    private static final int MOST_MARKS = 4096;

    private final NavigableMap<Long, Long> writtenAtMs = new TreeMap<>();
    private long everyMs = MARK_EVERY_MS;

    void wrote(long sequence, long nowMs) {
        Map.Entry<Long, Long> last = writtenAtMs.lastEntry();
        if (last != null && nowMs - last.getValue() < everyMs && nowMs >= last.getValue()) {
            return;
        }
        writtenAtMs.put(sequence, nowMs);
        if (writtenAtMs.size() > MOST_MARKS) {
            everyMs *= 2;
            boolean[] keep = {true};
            writtenAtMs.keySet().removeIf(mark -> keep[0] = !keep[0]);
        }
    }

    void acknowledged(long sequence) {
        Long holding = writtenAtMs.floorKey(sequence + 1);
        if (holding != null) {
            writtenAtMs.headMap(holding, false).clear();
        }
        if (writtenAtMs.size() < 2) {
            everyMs = MARK_EVERY_MS;
        }
    }

    /** When the record was written, or somewhat before; {@code nowMs} when nothing is known of it. */
    long writtenAtMs(long sequence, long nowMs) {
        Map.Entry<Long, Long> mark = writtenAtMs.floorEntry(sequence);
        if (mark == null) {
            mark = writtenAtMs.firstEntry();
        }
        return mark == null ? nowMs : mark.getValue();
    }
}
