package io.tallygate.crossing;

/**
 * What the reads of one tag tell by themselves, as figures that the learned rule weighs. They are written as seen by somebody who expects
 * the tag to go {@code OUT}, or mirrored for {@code IN}, so that one rule serves both.
 */
final class TagSigns {
    /** How many figures {@link #write} writes. */
    static final int COUNT = 54;

    /** Past these a stay is just long: the traces that the rule was learned from go no further. */
    private static final double LONG_S = 60;

    private static final double MANY_READS = 400;
    private static final double PEAK_FORGETS_S = 4;
    private static final double MOST_FADE_VARIANCE = 38;
    private static final double LEAST_ERROR_DB = 0.5;
    private static final double NO_READ_WORTH = 0.3;

    private final ZoneReads reads = new ZoneReads();
    private final RestSigns rest = new RestSigns();
    private final BalanceSpan span = new BalanceSpan();
    /** Of each zone over each span, as of {@link #nowUs}. */
    private final double[][] dbm = new double[2][ZoneReads.SPANS];

    private final double[] peakDbm = {-200, -200};
    private final PortalRadio radio;
    private final long firstUs;
    private long nowUs;
    private int count;

    TagSigns(PortalRadio radio, long firstUs) {
        this.radio = radio;
        this.firstUs = firstUs;
        this.nowUs = firstUs;
    }

    void add(Zone zone, long timeUs, double dbm, AntennaMemory antenna) {
        double seconds = passes(timeUs);
        count++;
        reads.add(zone, dbm);
        measure();
        if (antenna.knowsRest()) {
            rest.add(zone, dbm - antenna.meanDbm(), Math.sqrt(antenna.variance()));
        }
        span.add(balanceDb(ZoneReads.NOW), nowUs, seconds, nowUs - firstUs);
        followPeaks(seconds, true);
    }

    /** Nothing was read of it, but time has passed. */
    void idle(long timeUs) {
        double seconds = passes(timeUs);
        measure();
        span.fade(balanceDb(ZoneReads.NOW), seconds);
        followPeaks(seconds, false);
    }

    private double passes(long timeUs) {
        double seconds = Math.max(0, (timeUs - nowUs) / 1e6);
        nowUs = Math.max(timeUs, nowUs);
        if (seconds > 0) {
            reads.fade(seconds);
            rest.fade(seconds);
        }
        return seconds;
    }

    private void followPeaks(double seconds, boolean mayRise) {
        double part = 1 - Math.exp(-seconds / PEAK_FORGETS_S);
        for (Zone zone : Zone.values()) {
            int i = zone.ordinal();
            double dbm = dbm(zone, ZoneReads.NOW);
            peakDbm[i] += (dbm - peakDbm[i]) * part;
            peakDbm[i] = mayRise ? Math.max(peakDbm[i], dbm) : peakDbm[i];
        }
    }

    int count() {
        return count;
    }

    private void measure() {
        for (int over = 0; over < ZoneReads.SPANS; over++) {
            dbm[0][over] = reads.dbm(Zone.INSIDE, over, radio.floorDbm());
            dbm[1][over] = reads.dbm(Zone.OUTSIDE, over, radio.floorDbm());
        }
    }

    private double dbm(Zone zone, int over) {
        return dbm[zone.ordinal()][over];
    }

    /** Outside less inside. */
    private double balanceDb(int over) {
        return dbm(Zone.OUTSIDE, over) - dbm(Zone.INSIDE, over);
    }

    void write(Signs to, Direction direction, BeliefFigures belief) {
        Zone far = direction == Direction.OUT ? Zone.OUTSIDE : Zone.INSIDE;
        Zone near = far.opposite();
        double sign = direction == Direction.OUT ? 1 : -1;
        writeStrengths(to, far, near, sign);
        writeBalance(to, direction, sign);
        writePortal(to, far, near);
        for (int over = 0; over < RestSigns.SPANS; over++) {
            to.put(rest.deviationDb(far, over) / 4);
            to.put(rest.deviationDb(near, over) / 4);
            to.put(rest.unrest(far, over));
            to.put(rest.unrest(near, over));
        }
        writeLevels(to, far, near);
        to.put(sureness(ZoneReads.NOW, far, near, sign));
        to.put(sureness(0, far, near, sign));
        to.put(belief.crossedLogit(direction));
        to.put(belief.crossedLogit(direction == Direction.OUT ? Direction.IN : Direction.OUT));
        to.put(sign * belief.placeMetres());
        to.put(belief.walking());
        to.put(belief.inPlainAir());
        to.put(belief.cameFrom(near));
    }

    private void writeStrengths(Signs to, Zone far, Zone near, double sign) {
        for (int over = 0; over < ZoneReads.SPANS; over++) {
            to.put(sign * balanceDb(over) / 8);
            to.putLog(reads.count(far, over));
            to.putLog(reads.count(near, over));
        }
        for (int over = 0; over < ZoneReads.LONGEST; over++) {
            to.put(sign * (balanceDb(over) - balanceDb(over + 1)) / 5);
        }
        for (Zone zone : far == Zone.OUTSIDE ? OUTSIDE_FIRST : INSIDE_FIRST) {
            for (int over = 0; over < ZoneReads.LONGEST; over++) {
                to.put((dbm(zone, over) - dbm(zone, ZoneReads.LONGEST)) / 6);
            }
        }
    }

    private static final Zone[] OUTSIDE_FIRST = {Zone.OUTSIDE, Zone.INSIDE};
    private static final Zone[] INSIDE_FIRST = {Zone.INSIDE, Zone.OUTSIDE};

    private void writeBalance(Signs to, Direction direction, double sign) {
        double balance = sign * balanceDb(ZoneReads.NOW);
        double least = span.leastDb(direction);
        double most = span.mostDb(direction);
        to.put((balance - least) / 8);
        to.put((most - balance) / 8);
        to.put(least / 8);
        to.put(most / 8);
        to.putLog(4 * span.sinceLeastSeconds(direction, nowUs));
        to.putLog(4 * span.sinceMostSeconds(direction, nowUs));
        to.put(span.atFirstDb(direction) / 8);
        to.putLog(2 * Math.min(LONG_S, (nowUs - firstUs) / 1e6));
        to.putLog(Math.min(MANY_READS, count) / 4.0);
    }

    private void writePortal(Signs to, Zone far, Zone near) {
        to.put(Math.sqrt(radio.noiseVariance()) / 3);
        to.put(Math.sqrt(radio.fadeVariance(MOST_FADE_VARIANCE)) - 5);
        to.put(Math.log(radio.usualSilenceSeconds(far)) + 1.5);
        to.put(Math.log(radio.usualSilenceSeconds(near)) + 1.5);
    }

    private void writeLevels(Signs to, Zone far, Zone near) {
        double outerDbm = dbm(far, ZoneReads.NOW);
        double innerDbm = dbm(near, ZoneReads.NOW);
        to.put((outerDbm - radio.floorDbm()) / 10);
        to.put((innerDbm - radio.floorDbm()) / 10);
        to.put((outerDbm - peakDbm[far.ordinal()]) / 6);
        to.put((innerDbm - peakDbm[near.ordinal()]) / 6);
    }

    /** The balance in thirds of its standard error. */
    private double sureness(int over, Zone far, Zone near, double sign) {
        double each = 1 / (reads.count(far, over) + NO_READ_WORTH) + 1 / (reads.count(near, over) + NO_READ_WORTH);
        return sign * balanceDb(over) / (LEAST_ERROR_DB + Math.sqrt(radio.noiseVariance() * each)) / 3;
    }
}
