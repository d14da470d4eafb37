package io.tallygate.crossing;

/** How often and how strongly each zone has read a tag lately, over four spans of time; what is past fades away. */
final class ZoneReads {
    static final double[] SPAN_S = {0.12, 0.35, 1, 3};
    static final int SPANS = SPAN_S.length;
    /** The span that answers "now": some reads, half a step. */
    static final int NOW = 1;

    static final int LONGEST = SPANS - 1;

    /** A zone that has hardly read a tag counts as if it had read a quarter of it at the floor. */
    private static final double UNREAD_WORTH = 0.25;

    private final double[][] count = new double[2][SPANS];
    private final double[][] sum = new double[2][SPANS];

    void fade(double seconds) {
        for (int span = 0; span < SPANS; span++) {
            double left = Math.exp(-seconds / SPAN_S[span]);
            for (int zone = 0; zone < 2; zone++) {
                count[zone][span] *= left;
                sum[zone][span] *= left;
            }
        }
    }

    void add(Zone zone, double dbm) {
        for (int span = 0; span < SPANS; span++) {
            count[zone.ordinal()][span] += 1;
            sum[zone.ordinal()][span] += dbm;
        }
    }

    double count(Zone zone, int span) {
        return count[zone.ordinal()][span];
    }

    double dbm(Zone zone, int span, double floorDbm) {
        int here = zone.ordinal();
        int there = 1 - here;
        double other = count[there][span] > 0 ? sum[there][span] / count[there][span] : floorDbm;
        return (sum[here][span] + UNREAD_WORTH * Math.min(floorDbm, other)) / (count[here][span] + UNREAD_WORTH);
    }
}
