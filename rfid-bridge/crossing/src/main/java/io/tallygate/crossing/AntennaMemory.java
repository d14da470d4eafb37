package io.tallygate.crossing;

/** What one antenna has seen of one tag: where it lies while it rests, and how far reads spread around that. */
final class AntennaMemory {
    private static final double USUAL_VARIANCE = 36;
    private static final double USUAL_WORTH_READS = 2;
    private static final double WINDOW_S = 4;
    private static final double MOST_NEWS = 0.3;
    private static final int LEAST_READS = 2;
    private static final double USUAL_SQUARE = 4;

    private final int antenna;
    private final FadeBends bends = new FadeBends();
    private long lastUs = Long.MIN_VALUE;
    private double lastDbm;
    private int reads;
    private double meanDbm;
    private double variance = USUAL_VARIANCE;

    AntennaMemory(int antenna) {
        this.antenna = antenna;
    }

    int antenna() {
        return antenna;
    }

    /** The same report delivered twice, or a read that comes after a later one of its antenna: it tells nothing new. */
    boolean isRepeat(long timeUs) {
        return reads > 0 && timeUs <= lastUs;
    }

    /** Seconds since its last read; a day when this is the first. */
    double gapSeconds(long timeUs) {
        return reads == 0 ? 86_400 : (timeUs - lastUs) / 1e6;
    }

    boolean knowsRest() {
        return reads >= LEAST_READS;
    }

    double lastDbm() {
        return lastDbm;
    }

    double meanDbm() {
        return meanDbm;
    }

    double variance() {
        return (variance * reads + USUAL_VARIANCE * USUAL_WORTH_READS) / (reads + USUAL_WORTH_READS) + 1;
    }

    /** The read lies where this antenna's reads of the tag usually lie. */
    boolean isUsual(double dbm) {
        double error = dbm - meanDbm;
        return knowsRest() && error * error < USUAL_SQUARE * variance();
    }

    /** As {@link FadeBends#add}. */
    double bend(long timeUs, double dbm, double noiseVariance) {
        return bends.add(timeUs, dbm, noiseVariance);
    }

    void add(long timeUs, double dbm, double gapSeconds) {
        double error = dbm - meanDbm;
        if (reads == 0) {
            meanDbm = dbm;
        } else {
            double news = Math.max(1.0 / (reads + 1), Math.min(MOST_NEWS, gapSeconds / WINDOW_S));
            meanDbm += news * error;
            variance = reads == 1 ? error * error / 2 : variance + news * (error * error - variance);
        }
        reads = Math.min(reads + 1, 1_000_000);
        lastUs = timeUs;
        lastDbm = dbm;
    }
}
