package io.tallygate.bench.accuracy;

/**
 * How the reader shares its time and what it tells.
 *
 * @param readsPerSecond over all tags in view
 * @param dwellSeconds how long an antenna is on before the next one's turn
 * @param switchesEachRound the next antenna's turn comes with every inventory round instead
 * @param roundOverheadSeconds of every round, however many tags are in view
 * @param readLoss share of reads lost for no reason
 * @param noiseDb spread of what it measures, each read by itself
 * @param quantumDb steps of what it tells
 * @param floorDbm a tag this strong is read every other time
 */
record ReaderTraits(
        double readsPerSecond,
        double dwellSeconds,
        boolean switchesEachRound,
        double roundOverheadSeconds,
        double readLoss,
        double noiseDb,
        double quantumDb,
        double floorDbm) {
    private static final double SOFT_DB = 1.5;

    /** So many times the reads, and none lost. */
    ReaderTraits lavish(double times) {
        return new ReaderTraits(
                times * readsPerSecond,
                dwellSeconds,
                switchesEachRound,
                roundOverheadSeconds / times,
                0,
                noiseDb,
                quantumDb,
                floorDbm);
    }

    ReaderTraits exact() {
        return new ReaderTraits(
                readsPerSecond, dwellSeconds, switchesEachRound, roundOverheadSeconds, readLoss, 0, 0, floorDbm);
    }

    double chanceOfRead(double dbm) {
        return (1 - readLoss) / (1 + Math.exp((floorDbm - dbm) / SOFT_DB));
    }

    double told(double dbm, Dice dice) {
        double noisy = dbm + dice.gaussian(noiseDb);
        return quantumDb == 0 ? Math.rint(noisy * 100) / 100 : Math.rint(noisy / quantumDb) * quantumDb;
    }
}
