package io.tallygate.bench.gate;

import java.util.Arrays;

/** Latencies in nanoseconds, from several threads. */
public final class Samples {
    private long[] nanos = new long[1 << 12];
    private int count;

    public synchronized void add(long sample) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = sample;
    }

    public synchronized void clear() {
        count = 0;
    }

    public synchronized int count() {
        return count;
    }

    /** In microseconds; 0 without samples. */
    public synchronized double percentileUs(double fraction) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.floor(fraction * count))] / 1000.0;
    }
}
