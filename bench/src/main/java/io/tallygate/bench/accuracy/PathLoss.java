package io.tallygate.bench.accuracy;

/**
 * Strength over distance, the way there and back in one figure.
 *
 * @param atOneMetreDbm strength of a free tag a metre off the front of an antenna
 * @param exponent 4 is free space there and back
 * @param breakM from here on {@code beyondExponent} rules
 */
record PathLoss(double atOneMetreDbm, double exponent, double breakM, double beyondExponent) {
    private static final double NEAREST_M = 0.25;

    double dbmAt(double metres) {
        double d = Math.max(NEAREST_M, metres);
        double near = atOneMetreDbm - 10 * exponent * Math.log10(Math.min(d, breakM));
        return d <= breakM ? near : near - 10 * beyondExponent * Math.log10(d / breakM);
    }
}
