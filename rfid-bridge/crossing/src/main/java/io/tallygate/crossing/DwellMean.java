package io.tallygate.crossing;

/**
 * Where a tag that both zones see has been lying: its mean balance over the last full period, so that the pass now under
 * way does not hide in its own mean.
 */
final class DwellMean {
    private final long periodUs;
    private long startedUs = Long.MIN_VALUE;
    private double sumDb;
    private int count;
    private double lastMeanDb = Double.NaN;

    DwellMean(long periodUs) {
        this.periodUs = periodUs;
    }

    void add(long nowUs, double balanceDb) {
        if (startedUs == Long.MIN_VALUE) {
            startedUs = nowUs;
        }
        if (nowUs - startedUs >= periodUs && count > 0) {
            lastMeanDb = sumDb / count;
            startedUs = nowUs;
            sumDb = 0;
            count = 0;
        }
        sumDb += balanceDb;
        count++;
    }

    void restart(long nowUs) {
        startedUs = nowUs;
        sumDb = 0;
        count = 0;
        lastMeanDb = Double.NaN;
    }

    boolean isDwelling(long nowUs) {
        return !Double.isNaN(lastMeanDb) && nowUs - startedUs < 2 * periodUs;
    }

    /** How far on the side of {@code zone} it lay, in dB. */
    double meanTowards(Zone zone) {
        return zone == Zone.OUTSIDE ? lastMeanDb : -lastMeanDb;
    }
}
