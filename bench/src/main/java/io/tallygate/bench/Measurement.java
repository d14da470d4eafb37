package io.tallygate.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * How fast some work is done and what it allocates.
 *
 * @param perSecond units of work
 * @param bytesPerUnit allocated on the heap by the thread that did it
 */
record Measurement(double perSecond, double bytesPerUnit) {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Work that is done over and over; says how many units one call was. */
    @FunctionalInterface
    interface Work {
        int once() throws Exception;
    }

    /** Does {@code work} for at least {@code millis}. */
    static Measurement of(Work work, long millis) throws Exception {
        long units = 0;
        long allocated = THREAD.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        long now = begin;
        while (now - begin < millis * 1_000_000) {
            // The clock is looked at seldom: a look costs as much as a small report.
            for (int i = 0; i < 16; i++) {
                units += work.once();
            }
            now = System.nanoTime();
        }
        double bytes = THREAD.getCurrentThreadAllocatedBytes() - allocated;
        return new Measurement(units * 1e9 / (now - begin), bytes / units);
    }

    /** The middle of several, figure by figure. */
    static Measurement median(Measurement... all) {
        return new Measurement(
                middle(Arrays.stream(all).mapToDouble(Measurement::perSecond).toArray()),
                middle(Arrays.stream(all).mapToDouble(Measurement::bytesPerUnit).toArray()));
    }

    private static double middle(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
