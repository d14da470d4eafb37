package io.tallygate.crossing;

/** Strength of one tag in one zone: a mean that forgets exponentially, with the number of reads it is worth. */
final class ZoneStrength {
    private double weight;
    private double weightSquared;
    private double weightedDbm;
    private long lastUs = Long.MIN_VALUE;
    private int readsElsewhere;
    private double peakDbm = Double.NEGATIVE_INFINITY;

    void add(long timeUs, double rssiDbm, double windowUs) {
        double keep = seen() ? Math.exp(-Math.max(0, timeUs - lastUs) / windowUs) : 0;
        weight = weight * keep + 1;
        weightSquared = weightSquared * keep * keep + 1;
        weightedDbm = weightedDbm * keep + rssiDbm;
        lastUs = Math.max(lastUs, timeUs);
        readsElsewhere = 0;
        peakDbm = Math.max(peakDbm, meanDbm());
    }

    void readElsewhere() {
        readsElsewhere++;
    }

    boolean seen() {
        return lastUs != Long.MIN_VALUE;
    }

    double meanDbm() {
        return weightedDbm / weight;
    }

    /** The strongest that the mean has been in this stay. */
    double peakDbm() {
        return peakDbm;
    }

    /** The number of equally fresh reads that would be as sure. */
    double effectiveReads() {
        return weight * weight / weightSquared;
    }

    /**
     * Reads elsewhere that count as this zone having missed the tag. The first is free and so are those within the time a
     * reader spends on other antennas.
     */
    double misses(long nowUs, long graceUs) {
        double byTime = Math.max(0, nowUs - lastUs - graceUs) / 100_000.0;
        return Math.clamp(readsElsewhere - 1.0, 0, byTime);
    }
}
