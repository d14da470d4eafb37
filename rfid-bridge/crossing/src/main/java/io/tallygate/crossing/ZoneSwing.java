package io.tallygate.crossing;

/** The balance of one tag, its strength outside less its strength inside, and how far it has swung since the last crossing. */
final class ZoneSwing {
    private static final double WINDOW_S = 0.4;
    private static final long SILENT_US = 500_000;

    private final double[] dbm = {Double.NaN, Double.NaN};
    private final long[] lastUs = {Long.MIN_VALUE, Long.MIN_VALUE};
    private double lowestDb = Double.POSITIVE_INFINITY;
    private double highestDb = Double.NEGATIVE_INFINITY;

    void add(Zone zone, long timeUs, double read, double floorDbm) {
        int i = zone.ordinal();
        boolean silent = lastUs[i] == Long.MIN_VALUE || timeUs - lastUs[i] > SILENT_US;
        double news = silent ? 1 : 1 - Math.exp(-(timeUs - lastUs[i]) / (WINDOW_S * 1e6));
        dbm[i] = silent ? read : dbm[i] + Math.max(news, 0.05) * (read - dbm[i]);
        lastUs[i] = timeUs;
        int other = zone.opposite().ordinal();
        if (lastUs[other] == Long.MIN_VALUE || timeUs - lastUs[other] > SILENT_US) {
            dbm[other] = Math.min(floorDbm, dbm[i]);
        }
        lowestDb = Math.min(lowestDb, balanceDb());
        highestDb = Math.max(highestDb, balanceDb());
    }

    boolean seenByBoth() {
        return lastUs[0] != Long.MIN_VALUE && lastUs[1] != Long.MIN_VALUE;
    }

    long lastUs(Zone zone) {
        return lastUs[zone.ordinal()];
    }

    double dbm(Zone zone) {
        return dbm[zone.ordinal()];
    }

    double balanceDb() {
        return dbm[Zone.OUTSIDE.ordinal()] - dbm[Zone.INSIDE.ordinal()];
    }

    /** How far it has swung in that direction, in dB. */
    double towards(Direction direction) {
        return direction == Direction.OUT ? balanceDb() - lowestDb : highestDb - balanceDb();
    }

    void restart() {
        lowestDb = balanceDb();
        highestDb = balanceDb();
    }
}
