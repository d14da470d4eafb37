package io.tallygate.crossing;

/**
 * Thresholds of {@link ZoneBalanceDetector}. The balance is the strength outside less the strength inside, in dB: negative
 * in the room, about zero on the line, positive beyond it.
 *
 * @param version goes with every crossing; changes whenever a figure here or the rule itself changes
 * @param noiseDb spread of one read around its true strength: what margins are scaled with
 * @param shortestWindowUs memory of the balance for a tag read often
 * @param longestWindowUs memory of the balance for a tag read seldom, in crowded airtime
 * @param forgetAfterUs a tag silent for so long starts anew: its next reads do not continue this pass
 * @param marginErrors how many standard errors the balance must lie beyond the line
 * @param settleErrors how many standard errors put a tag on a side at first
 * @param leastSwingDb how far the balance must have swung from where the tag came from
 * @param peakToleranceDb how much weaker the zone it came from may ever have been than the zone it is in now: a tag that
 *     really was there was strong there once, a stray read is weak
 * @param fadedDb a tag so much weaker than it was at its strongest is far from the line, on whatever side
 * @param dwellAfterUs a tag seen by both zones for so long lies near the line: its swing is taken from its mean
 * @param dwellSwingDb the swing asked of such a tag
 * @param absenceDb what each read elsewhere takes off the strength of a zone that has gone silent
 * @param absenceAfterUs how long a zone is silent before its silence says something; readers visit antennas in turn
 * @param mostTags tags remembered; beyond it the one longest unseen is forgotten
 */
public record ZoneBalanceRule(
        String version,
        double noiseDb,
        long shortestWindowUs,
        long longestWindowUs,
        long forgetAfterUs,
        double marginErrors,
        double settleErrors,
        double leastSwingDb,
        double peakToleranceDb,
        double fadedDb,
        long dwellAfterUs,
        double dwellSwingDb,
        double absenceDb,
        long absenceAfterUs,
        int mostTags) {

    public static ZoneBalanceRule standard() {
        return new ZoneBalanceRule(
                "zone-balance/1",
                3.5,
                200_000,
                800_000,
                3_000_000,
                1.0,
                2.0,
                6.0,
                6.0,
                12.0,
                4_000_000,
                8.0,
                1.0,
                400_000,
                4096);
    }
}
