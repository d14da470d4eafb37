package io.tallygate.crossing;

/**
 * How strong a tag is in each zone at each place, against its strength at the line. A portal's record does not say where its antennas
 * hang nor what its air is like, so likely shapes are kept side by side and the reads tell which one fits: on the jambs, on the
 * ceiling, and metres away from the line, each with as much fading as the portal shows; and two in plain air, where strength falls
 * with distance slowly and hardly fades, so that a small swing of the balance tells much. The two zones are taken for mirror images.
 */
final class LineShapes {
    /** The shapes that fade are flattened by this: what is believed to be steeper than it is takes noise for movement. */
    private static final double FLATTENED = 0.78;

    /** What turning tags and the shape's not being quite true leave in plain air. */
    private static final double PLAIN_FADE_DB = 2.5;

    /**
     * @param offLineM where along the way the antennas of a zone hang
     * @param offWayM how far from the way
     * @param slopeDb decibels lost in ten times the distance
     * @param turnDb half of what the antennas' being turned to their own side makes
     * @param turnM over which distance that comes about
     * @param flattened what the whole is multiplied by
     * @param mostFadeDb spread of a moving tag around this shape, at most
     */
    private record Shape(
            double offLineM,
            double offWayM,
            double slopeDb,
            double turnDb,
            double turnM,
            double flattened,
            double mostFadeDb) {

        static Shape fading(double offLineM, double offWayM, double slopeDb, double turnDb, double turnM) {
            return new Shape(offLineM, offWayM, slopeDb, turnDb, turnM, FLATTENED, Double.POSITIVE_INFINITY);
        }

        static Shape plain(double offLineM, double offWayM, double slopeDb, double turnDb, double turnM) {
            return new Shape(offLineM, offWayM, slopeDb, turnDb, turnM, 1, PLAIN_FADE_DB);
        }

        /** @param metres from the line, positive on the zone's own side */
        double db(double metres) {
            double away = Math.hypot(metres - offLineM, offWayM) / Math.hypot(offLineM, offWayM);
            return flattened * (-2 * slopeDb * Math.log10(away) + turnDb * Math.tanh(metres / turnM));
        }
    }

    private static final Shape[] SHAPES = {
        Shape.fading(0.2, 0.7, 18, 8, 0.35),
        Shape.fading(0.3, 1.3, 18, 7, 0.8),
        Shape.fading(1.3, 0.8, 25, 0.5, 0.8),
        Shape.plain(0.6, 1.6, 13, 0, 1),
        Shape.plain(0.7, 1.6, 12, 4.5, 1.5)
    };

    /** The first shape in plain air; those from here on are all so. */
    static final int FIRST_PLAIN = 3;

    private static final float[] INSIDE = table(-1);
    private static final float[] OUTSIDE = table(1);

    private LineShapes() {}

    /** Decibels against the line for each cell of {@link LineGrid}; not to be written to. */
    static float[] of(Zone zone) {
        return zone == Zone.INSIDE ? INSIDE : OUTSIDE;
    }

    /** Spread in dB² of a moving tag around {@code shape} at a portal where tags fade by {@code portalVariance}. */
    static double fadeVariance(int shape, double portalVariance) {
        double most = SHAPES[shape].mostFadeDb();
        return Math.min(portalVariance, most * most);
    }

    private static float[] table(double outward) {
        float[] db = new float[LineGrid.CELLS];
        for (int cell = 0; cell < db.length; cell++) {
            db[cell] = (float) SHAPES[cell / LineGrid.CELLS_PER_SHAPE].db(outward * LineGrid.place(cell));
        }
        return db;
    }
}
