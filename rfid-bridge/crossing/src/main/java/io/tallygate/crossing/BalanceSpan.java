package io.tallygate.crossing;

/** Between which bounds the balance of the zones (outside less inside, dB) has been in the last seconds, and where it began. */
final class BalanceSpan {
    private static final double FORGETS_S = 3;
    private static final long BEGINNING_US = 600_000;
    private static final double BEGINNING_NEWS = 0.2;

    private double lowestDb = Double.NaN;
    private double highestDb = Double.NaN;
    private double atFirstDb;
    private long lowestUs;
    private long highestUs;

    void add(double balanceDb, long timeUs, double seconds, long sinceFirstUs) {
        if (Double.isNaN(lowestDb)) {
            lowestDb = balanceDb;
            highestDb = balanceDb;
            atFirstDb = balanceDb;
            lowestUs = timeUs;
            highestUs = timeUs;
        }
        fade(balanceDb, seconds);
        if (balanceDb < lowestDb) {
            lowestDb = balanceDb;
            lowestUs = timeUs;
        }
        if (balanceDb > highestDb) {
            highestDb = balanceDb;
            highestUs = timeUs;
        }
        if (sinceFirstUs < BEGINNING_US) {
            atFirstDb += (balanceDb - atFirstDb) * BEGINNING_NEWS;
        }
    }

    /** Both bounds drift to where the balance is now. */
    void fade(double balanceDb, double seconds) {
        double part = 1 - Math.exp(-seconds / FORGETS_S);
        lowestDb += (balanceDb - lowestDb) * part;
        highestDb += (balanceDb - highestDb) * part;
    }

    /** The least balance towards {@code direction}. */
    double leastDb(Direction direction) {
        return direction == Direction.OUT ? lowestDb : -highestDb;
    }

    double mostDb(Direction direction) {
        return direction == Direction.OUT ? highestDb : -lowestDb;
    }

    double atFirstDb(Direction direction) {
        return direction == Direction.OUT ? atFirstDb : -atFirstDb;
    }

    double sinceLeastSeconds(Direction direction, long nowUs) {
        return (nowUs - (direction == Direction.OUT ? lowestUs : highestUs)) / 1e6;
    }

    double sinceMostSeconds(Direction direction, long nowUs) {
        return sinceLeastSeconds(direction == Direction.OUT ? Direction.IN : Direction.OUT, nowUs);
    }
}
