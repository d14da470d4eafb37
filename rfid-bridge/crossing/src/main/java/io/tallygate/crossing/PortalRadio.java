package io.tallygate.crossing;

/** What all reads of a portal together tell of its radio: how noisy a read is by itself, and how weak a tag can be and still be read. */
final class PortalRadio {
    private static final double FIRST_NOISE_VARIANCE = 2.25;
    private static final double MOST_NOISE_VARIANCE = 64;
    private static final double NOISE_READS = 30;
    private static final double SAME_PLACE_SECONDS = 0.06;
    private static final double FLOOR_STEP_DB = 0.5;
    private static final double FLOOR_SHARE = 0.03;

    private double differenceVariance = 2 * FIRST_NOISE_VARIANCE;
    private double floorDbm = Double.NaN;

    /** Two reads of a tag by one antenna so soon after each other that it cannot have moved: they differ by noise alone. */
    void compare(double gapSeconds, double beforeDbm, double dbm) {
        if (gapSeconds < SAME_PLACE_SECONDS) {
            double square = (dbm - beforeDbm) * (dbm - beforeDbm);
            differenceVariance += (Math.min(square, 8 * differenceVariance + 1) - differenceVariance) / NOISE_READS;
        }
    }

    /** Follows the strength that three reads in a hundred lie below. */
    void heard(double dbm) {
        if (Double.isNaN(floorDbm)) {
            floorDbm = dbm;
        }
        floorDbm += dbm < floorDbm ? -FLOOR_STEP_DB : FLOOR_STEP_DB * FLOOR_SHARE;
    }

    double noiseVariance() {
        return Math.min(MOST_NOISE_VARIANCE, differenceVariance / 2);
    }

    double floorDbm() {
        return floorDbm;
    }
}
