package io.tallygate.gateway.live;

import java.util.HashSet;
import java.util.Set;

/** What one antenna has read since it was last asked. Constant cost a read, bounded memory. */
final class AntennaReads {
    private static final int MOST_TAGS = 4096;
    private static final double WEAKEST_DBM = -120;
    private static final double BIN_DB = 0.5;
    private static final int BINS = 241;

    /**
     * A second of an antenna.
     *
     * @param tags different ones, counted up to {@value #MOST_TAGS}
     * @param strongestDbm NaN without reads, as is the median, which is exact to half a decibel
     */
    record Figures(long reads, int tags, double strongestDbm, double medianDbm) {}

    private final Set<String> tags = new HashSet<>();
    private long[] readsByStrength = new long[BINS];
    private long reads;
    private double strongestDbm = Double.NaN;

    /** @param count how many times the reader saw it, 1 or more */
    void add(String epc, double dbm, int count) {
        reads += count;
        readsByStrength[(int) Math.clamp(Math.round((dbm - WEAKEST_DBM) / BIN_DB), 0L, BINS - 1L)] += count;
        if (!(strongestDbm >= dbm)) {
            strongestDbm = dbm;
        }
        if (tags.size() < MOST_TAGS) {
            tags.add(epc);
        }
    }

    /** The figures so far; begins anew. */
    Figures take() {
        Figures figures = new Figures(reads, tags.size(), strongestDbm, medianDbm());
        tags.clear();
        readsByStrength = new long[BINS];
        reads = 0;
        strongestDbm = Double.NaN;
        return figures;
    }

    private double medianDbm() {
        long below = 0;
        for (int bin = 0; bin < BINS; bin++) {
            below += readsByStrength[bin];
            if (2 * below >= reads && reads > 0) {
                return WEAKEST_DBM + bin * BIN_DB;
            }
        }
        return Double.NaN;
    }
}
