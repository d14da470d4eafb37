package io.tallygate.crossing;

/**
 * How strong a tag is in each zone at each place, against its strength at the line. A portal's record does not say where its antennas
 * hang, so three likely shapes are kept side by side and the reads tell which one fits: on the jambs, on the ceiling, and metres
 * away from the line. The two zones are taken for mirror images.
 */
final class LineShapes {
    /** Every shape is flattened by this: what is believed to be steeper than it is takes noise for movement. */
    private static final double FLATTENED = 0.78;

    /**
     * @param offLineM where along the way the antennas of a zone hang
     * @param offWayM how far from the way
     * @param slopeDb decibels lost in ten times the distance
     * @param turnDb half of what the antennas' being turned to their own side makes
     * @param turnM over which distance that comes about
     */
    private record Shape(double offLineM, double offWayM, double slopeDb, double turnDb, double turnM) {

        /** @param metres from the line, positive on the zone's own side */
        double db(double metres) {
            double away = Math.hypot(metres - offLineM, offWayM) / Math.hypot(offLineM, offWayM);
            return FLATTENED * (-2 * slopeDb * Math.log10(away) + turnDb * Math.tanh(metres / turnM));
        }
    }

    private static final Shape[] SHAPES = {
        new Shape(0.2, 0.7, 18, 8, 0.35), new Shape(0.3, 1.3, 18, 7, 0.8), new Shape(1.3, 0.8, 25, 0.5, 0.8)
    };

    private static final float[] INSIDE = table(-1);
    private static final float[] OUTSIDE = table(1);

    private LineShapes() {}

    /** Decibels against the line for each cell of {@link LineGrid}; not to be written to. */
    static float[] of(Zone zone) {
        return zone == Zone.INSIDE ? INSIDE : OUTSIDE;
    }

    private static float[] table(double outward) {
        float[] db = new float[LineGrid.CELLS];
        for (int cell = 0; cell < db.length; cell++) {
            db[cell] = (float) SHAPES[cell / LineGrid.CELLS_PER_SHAPE].db(outward * LineGrid.place(cell));
        }
        return db;
    }
}
