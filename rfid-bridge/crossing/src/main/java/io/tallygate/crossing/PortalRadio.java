package io.tallygate.crossing;

/**
 * What all reads of a portal together tell of its radio: how noisy a read is by itself, how deep the fades are that moving tags pass
 * through, how weak a tag can be and still be read, and how long a zone is silent because the reader is busy elsewhere.
 */
final class PortalRadio {
    private static final double FIRST_NOISE_VARIANCE = 2.25;
    private static final double MOST_NOISE_VARIANCE = 64;
    private static final double NOISE_READS = 30;
    private static final double SAME_PLACE_SECONDS = 0.06;
    private static final double SAME_REST_SECONDS = 1;
    private static final double FIRST_FLOOR_DBM = -70;
    private static final double USUAL_ROUGHNESS = 16;
    private static final double ROUGH_BINS = 25;
    private static final double LEAST_FADE_VARIANCE = 10;
    private static final double FADE_PER_ROUGHNESS = 1.75;
    private static final double FIRST_SILENCE_S = 0.25;
    private static final double LONGEST_SILENCE_S = 1.5;
    private static final double VISIT_GAP_S = 0.03;
    private static final double FLOOR_STEP_DB = 0.5;
    private static final double FLOOR_SHARE = 0.03;

    private double differenceVariance = 2 * FIRST_NOISE_VARIANCE;
    private double floorDbm = FIRST_FLOOR_DBM;
    private double roughness = USUAL_ROUGHNESS;
    private final long[] heardUs = {Long.MIN_VALUE, Long.MIN_VALUE};
    private final double[] silentSeconds = {FIRST_SILENCE_S, FIRST_SILENCE_S};

    /**
     * Two reads of a tag by one antenna differ by noise alone when they come so soon after each other that it cannot have moved, or, where
     * many tags share the reader's time, when it rests.
     */
    void compare(double gapSeconds, boolean rests, double beforeDbm, double dbm) {
        if (gapSeconds < (rests ? SAME_REST_SECONDS : SAME_PLACE_SECONDS)) {
            double square = (dbm - beforeDbm) * (dbm - beforeDbm);
            differenceVariance += (Math.min(square, 8 * differenceVariance + 1) - differenceVariance) / NOISE_READS;
        }
    }

    /**
     * A tag's strength at one antenna has bent within a third of a second, more than distance can make it.
     *
     * @param square of the bend, in dB², without the part of noise
     * @param walking how likely the tag moves: one at rest sits in its fade and tells nothing of fades
     */
    void bent(double square, double walking) {
        roughness += walking / ROUGH_BINS * (Math.min(square, 6 * USUAL_ROUGHNESS) - roughness);
        roughness = Math.max(0, roughness);
    }

    /** Follows how long the zone is silent between visits, and the strength that three reads in a hundred lie below. */
    void heard(Zone zone, long timeUs, double dbm) {
        int i = zone.ordinal();
        double gap = heardUs[i] == Long.MIN_VALUE ? 0 : (timeUs - heardUs[i]) / 1e6;
        if (gap > VISIT_GAP_S) {
            double news = gap > silentSeconds[i] ? 0.3 : 0.05;
            silentSeconds[i] += news * (Math.min(gap, LONGEST_SILENCE_S) - silentSeconds[i]);
        }
        heardUs[i] = Math.max(heardUs[i], timeUs);
        floorDbm += dbm < floorDbm ? -FLOOR_STEP_DB : FLOOR_STEP_DB * FLOOR_SHARE;
    }

    double noiseVariance() {
        return Math.min(MOST_NOISE_VARIANCE, differenceVariance / 2);
    }

    /** Spread of a moving tag's strength around the model, in dB², {@code most} at most. */
    double fadeVariance(double most) {
        return Math.min(most, LEAST_FADE_VARIANCE + FADE_PER_ROUGHNESS * roughness);
    }

    /** How long a zone may be silent without having missed a tag. */
    double usualSilenceSeconds(Zone zone) {
        return silentSeconds[zone.ordinal()];
    }

    double floorDbm() {
        return floorDbm;
    }
}
