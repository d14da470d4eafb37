package io.tallygate.crossing;

import java.util.Arrays;

/**
 * Whether a tag lies still by the phase of its reads, for readers that tell it: on one antenna and one frequency the phase of a tag at
 * rest comes again, and that of a carried one is another every few centimetres. Half a turn counts as none, and the sense of turning is
 * not asked for: many readers cannot tell a phase from its opposite, and they differ in the sign.
 */
final class PhaseRest {
    /** Antennas times the frequencies of a narrow band; of a wide one the last few are of use anyway. */
    private static final int KEPT = 16;
    /** Sooner, a slow walker has not got far enough. */
    private static final long LEAST_APART_US = 150_000;

    private static final long MOST_APART_US = 2_000_000;
    private static final long LASTS_US = 1_500_000;
    /** Of the cosine of twice the angle between two phases: 23 degrees. */
    private static final double ALIKE = 0.7;
    /** Of a carried tag, one pair in four is alike by chance. */
    private static final int LEAST_REPEATS = 3;

    private final int[] antennas = new int[KEPT];
    private final int[] channels = new int[KEPT];
    private final double[] phasesDeg = new double[KEPT];
    private final long[] timesUs = new long[KEPT];
    private int repeats;
    private long comparedUs = Long.MIN_VALUE;

    PhaseRest() {
        Arrays.fill(timesUs, Long.MIN_VALUE);
    }

    /** @param read with a phase */
    void add(TagObservation read) {
        int place = placeOf(read);
        boolean known = timesUs[place] != Long.MIN_VALUE;
        long apartUs = known ? read.timeUs() - timesUs[place] : 0;
        if (known && apartUs < LEAST_APART_US) {
            return;
        }
        if (known && apartUs <= MOST_APART_US) {
            boolean alike = Math.cos(2 * Math.toRadians(read.phaseDeg() - phasesDeg[place])) > ALIKE;
            repeats = alike ? repeats + 1 : 0;
            comparedUs = Math.max(comparedUs, read.timeUs());
        }
        antennas[place] = read.antenna();
        channels[place] = read.channel();
        phasesDeg[place] = read.phaseDeg();
        timesUs[place] = read.timeUs();
    }

    /** Where the last read of its antenna and frequency is kept; the oldest makes room for a new one. */
    private int placeOf(TagObservation read) {
        int oldest = 0;
        for (int i = 0; i < KEPT; i++) {
            if (timesUs[i] != Long.MIN_VALUE && antennas[i] == read.antenna() && channels[i] == read.channel()) {
                return i;
            }
            oldest = timesUs[i] < timesUs[oldest] ? i : oldest;
        }
        timesUs[oldest] = Long.MIN_VALUE;
        return oldest;
    }

    /** False where that cannot be said. */
    boolean lies(long nowUs) {
        return repeats >= LEAST_REPEATS && nowUs - comparedUs < LASTS_US;
    }
}
