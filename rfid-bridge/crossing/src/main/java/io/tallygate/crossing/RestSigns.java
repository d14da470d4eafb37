package io.tallygate.crossing;

/** How far a tag's reads lie from where the same antenna read it before: a tag at rest stays where it was, noise apart. */
final class RestSigns {
    private static final double[] SPAN_S = {0.35, 1};
    static final int SPANS = SPAN_S.length;
    private static final double MOST_SQUARE = 9;
    private static final double NOTHING_WORTH = 0.5;

    private final double[][] count = new double[2][SPANS];
    private final double[][] deviation = new double[2][SPANS];
    private final double[][] square = new double[2][SPANS];

    void fade(double seconds) {
        for (int span = 0; span < SPANS; span++) {
            double left = Math.exp(-seconds / SPAN_S[span]);
            for (int zone = 0; zone < 2; zone++) {
                count[zone][span] *= left;
                deviation[zone][span] *= left;
                square[zone][span] *= left;
            }
        }
    }

    /** @param db the read less the antenna's mean so far, of which reads usually lie {@code spreadDb} away */
    void add(Zone zone, double db, double spreadDb) {
        int i = zone.ordinal();
        for (int span = 0; span < SPANS; span++) {
            count[i][span] += 1;
            deviation[i][span] += db;
            square[i][span] += Math.min(MOST_SQUARE, db * db / (spreadDb * spreadDb));
        }
    }

    double deviationDb(Zone zone, int span) {
        return deviation[zone.ordinal()][span] / (count[zone.ordinal()][span] + NOTHING_WORTH);
    }

    /** About one for a tag at rest, more for one that moves. */
    double unrest(Zone zone, int span) {
        return square[zone.ordinal()][span] / (count[zone.ordinal()][span] + NOTHING_WORTH);
    }
}
