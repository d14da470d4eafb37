package io.tallygate.crossing;

import java.util.Map;
import java.util.TreeMap;

/**
 * Learns how strong stray reads are at each antenna: fed with the reads of a time in which nothing passed, it suggests below which
 * strength reads of each antenna tell nothing ({@link CrossingTuning#strayDbm()}). Constant cost and memory.
 *
 * <p>What is ignored at the gate is ignored of carried tags, too: a suggestion that comes near the strength of a tag at the line means
 * that the stray tags must go elsewhere, not that the gate should go deaf.
 */
public final class StrayLevelLearner {
    /** So many reads of an antenna make a suggestion; fewer say too little of its strongest strays. */
    public static final int LEAST_READS = 50;

    private static final double STRAY_SHARE = 0.995;
    private static final int WEAKEST_DBM = -120;
    private static final int BINS = 121;
    private static final int MOST_ANTENNAS = 256;
    private static final double MARGIN_DB = 1;

    private final Map<Integer, long[]> readsByDbm = new TreeMap<>();

    /** @param read at whatever antenna, its strength as the reader told it */
    public void observe(TagObservation read) {
        long[] bins = readsByDbm.get(read.antenna());
        if (bins == null) {
            if (readsByDbm.size() == MOST_ANTENNAS) {
                return;
            }
            bins = new long[BINS];
            readsByDbm.put(read.antenna(), bins);
        }
        bins[Math.clamp((long) Math.ceil(read.rssiDbm()) - WEAKEST_DBM, 0, BINS - 1)]++;
    }

    /** Antenna number to the suggested level in dBm; antennas with fewer than {@value #LEAST_READS} reads are left out. */
    public Map<Integer, Double> suggested() {
        Map<Integer, Double> levels = new TreeMap<>();
        readsByDbm.forEach((antenna, bins) -> {
            long reads = 0;
            for (long bin : bins) {
                reads += bin;
            }
            if (reads >= LEAST_READS) {
                levels.put(antenna, Math.min(0, level(bins, reads) + MARGIN_DB));
            }
        });
        return levels;
    }

    private static double level(long[] bins, long reads) {
        long below = 0;
        int bin = 0;
        while (bin < bins.length - 1) {
            below += bins[bin];
            if (below >= STRAY_SHARE * reads) {
                break;
            }
            bin++;
        }
        return WEAKEST_DBM + bin;
    }
}
