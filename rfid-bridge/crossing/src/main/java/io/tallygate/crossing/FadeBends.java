package io.tallygate.crossing;

/**
 * Strength of one tag at one antenna in bins of an eighth of a second, and how sharply it bends from bin to bin. Distance makes a tag's
 * strength rise and fall smoothly; what bends it this fast is fading.
 */
final class FadeBends {
    private static final long BIN_US = 125_000;
    private static final long LONGEST_US = 3 * BIN_US;

    private long startedUs = Long.MIN_VALUE;
    private double sum;
    private int count;
    private double last = Double.NaN;
    private double beforeLast = Double.NaN;
    private double lastNoise;
    private double beforeLastNoise;

    /**
     * @param noiseVariance of a read by itself
     * @return the square of the bend in dB, scaled to the variance of a single bin and without what noise makes of it (so that it may be
     *     negative); NaN when this read completes none
     */
    double add(long timeUs, double dbm, double noiseVariance) {
        double square = Double.NaN;
        if (startedUs != Long.MIN_VALUE && timeUs - startedUs >= BIN_US) {
            double mean = sum / count;
            double noise = noiseVariance / count;
            double bend = mean - 2 * last + beforeLast;
            square = (bend * bend - noise - 4 * lastNoise - beforeLastNoise) / 6;
            boolean interrupted = timeUs - startedUs > LONGEST_US;
            beforeLast = interrupted ? Double.NaN : last;
            last = interrupted ? Double.NaN : mean;
            beforeLastNoise = lastNoise;
            lastNoise = noise;
            count = 0;
            sum = 0;
        }
        if (count == 0) {
            startedUs = timeUs;
        }
        sum += dbm;
        count++;
        return square;
    }
}
