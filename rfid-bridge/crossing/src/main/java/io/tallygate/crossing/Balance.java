package io.tallygate.crossing;

/**
 * Strength outside less strength inside.
 *
 * @param db negative inside, positive outside
 * @param errorDb its standard error
 */
record Balance(double db, double errorDb) {
    private static final double ONE_SIDED_DB = 12;

    /** A tag that one zone only has seen lies on that side, the more surely the more reads say so. */
    static Balance oneSided(Zone zone, double reads, double noiseDb) {
        double db = ONE_SIDED_DB * reads / (reads + 1);
        return new Balance(zone == Zone.OUTSIDE ? db : -db, noiseDb / Math.sqrt(reads));
    }

    static Balance between(ZoneStrength inside, ZoneStrength outside, long nowUs, ZoneBalanceRule rule) {
        double in = inside.meanDbm() - rule.absenceDb() * inside.misses(nowUs, rule.absenceAfterUs());
        double out = outside.meanDbm() - rule.absenceDb() * outside.misses(nowUs, rule.absenceAfterUs());
        double error = rule.noiseDb() * Math.sqrt(1 / inside.effectiveReads() + 1 / outside.effectiveReads());
        return new Balance(out - in, error);
    }

    /** How far on the side of {@code zone}, in dB; negative on the other side. */
    double towards(Zone zone) {
        return zone == Zone.OUTSIDE ? db : -db;
    }

    /** Probability that the tag is on the side of {@code zone}, by the logistic curve. */
    double confidence(Zone zone) {
        return Math.clamp(1 / (1 + Math.exp(-1.7 * towards(zone) / errorDb)), 0.5, 0.999);
    }
}
