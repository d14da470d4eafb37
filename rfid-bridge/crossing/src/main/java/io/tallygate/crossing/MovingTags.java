package io.tallygate.crossing;

/**
 * All tags of a portal that seem to move, taken together, apart by the side they come from. Tags on one trolley cross together: what fifty
 * of them show that are read now and then, each alone does not. Every read counts by how likely its tag moves.
 */
final class MovingTags {
    /** How many figures {@link #write} writes. */
    static final int COUNT = 12;

    private static final double BRIEF_S = 0.25;
    private static final double LONGER_S = 0.8;
    private static final double NOTHING = 1e-4;
    private static final double HARDLY = 0.01;
    private static final double NOTHING_WORTH = 0.5;

    private static final int LONGER = 4;
    private static final int STRENGTH = 2;
    private static final int WEIGHT = 8;
    private static final int PLACE = 9;
    private static final int LIKELY = 10;
    private static final int FIGURES = 12;

    private final Sums all = new Sums();

    /**
     * Sums over reads, by the side their tags come from: reads and strengths of each zone, over a brief and a longer span; then, over the
     * brief one, the weight of all, their place, and how likely they crossed out and in.
     */
    static final class Sums {
        private final double[][] of = new double[2][FIGURES];
        private long timeUs = Long.MIN_VALUE;

        private void fade(long toUs) {
            double seconds = timeUs == Long.MIN_VALUE ? 0 : Math.max(0, (toUs - timeUs) / 1e6);
            timeUs = Math.max(timeUs, toUs);
            if (seconds == 0) {
                return;
            }
            double brief = Math.exp(-seconds / BRIEF_S);
            double longer = Math.exp(-seconds / LONGER_S);
            for (double[] sums : of) {
                for (int i = 0; i < FIGURES; i++) {
                    sums[i] *= isLonger(i) ? longer : brief;
                }
            }
        }
    }

    private static boolean isLonger(int figure) {
        return figure >= LONGER && figure < WEIGHT;
    }

    /**
     * @param own the sums of that tag, to be told from those of all others
     * @param aboveFloorDb the read's strength
     * @param moving how likely the tag moves
     * @param outLogit a third of the log odds that it crossed out, by its own reads; so {@code inLogit}
     */
    void add(
            Sums own,
            long timeUs,
            Zone zone,
            double aboveFloorDb,
            double moving,
            BeliefFigures belief,
            double outLogit,
            double inLogit) {
        all.fade(timeUs);
        own.fade(timeUs);
        for (Zone from : Zone.values()) {
            double weight = moving * belief.cameFrom(from);
            for (Sums sums : new Sums[] {all, own}) {
                double[] to = sums.of[from.ordinal()];
                to[zone.ordinal()] += weight;
                to[STRENGTH + zone.ordinal()] += weight * aboveFloorDb;
                to[LONGER + zone.ordinal()] += weight;
                to[LONGER + STRENGTH + zone.ordinal()] += weight * aboveFloorDb;
                to[WEIGHT] += weight;
                to[PLACE] += weight * belief.placeMetres();
                to[LIKELY] += weight * outLogit;
                to[LIKELY + 1] += weight * inLogit;
            }
        }
    }

    /** What the others show, as seen by a tag that is expected to go in {@code direction}. */
    void write(Signs to, Direction direction, Sums own, BeliefFigures belief) {
        double sign = direction == Direction.OUT ? 1 : -1;
        Zone near = direction == Direction.OUT ? Zone.INSIDE : Zone.OUTSIDE;
        int likely = direction == Direction.OUT ? LIKELY : LIKELY + 1;
        double[] along = others(near, own);
        double[] against = others(near.opposite(), own);
        writeZones(to, along, 0, near);
        writeZones(to, along, LONGER, near);
        double weight = along[WEIGHT];
        to.put(sign * along[PLACE] / (weight + NOTHING_WORTH));
        to.put(along[likely] / (weight + NOTHING_WORTH));
        to.put(
                weight > HARDLY
                        ? sign * (belief.placeMetres() - along[PLACE] / weight) * weight / (weight + NOTHING_WORTH)
                        : 0);
        to.putLog(against[WEIGHT]);
        to.put(sign * against[PLACE] / (against[WEIGHT] + NOTHING_WORTH));
        to.put(against[2 * LIKELY + 1 - likely] / (against[WEIGHT] + NOTHING_WORTH));
    }

    private static void writeZones(Signs to, double[] sums, int at, Zone near) {
        int far = at + near.opposite().ordinal();
        int close = at + near.ordinal();
        to.putLog(sums[far] + sums[close]);
        double farDb = sums[STRENGTH + far] / (sums[far] + NOTHING_WORTH);
        double closeDb = sums[STRENGTH + close] / (sums[close] + NOTHING_WORTH);
        to.put((farDb - closeDb) / 8);
        to.put(Math.log((sums[far] + NOTHING_WORTH) / (sums[close] + NOTHING_WORTH)));
    }

    private double[] others(Zone from, Sums own) {
        double seconds = own.timeUs == Long.MIN_VALUE ? 99 : (all.timeUs - own.timeUs) / 1e6;
        double brief = Math.exp(-seconds / BRIEF_S);
        double longer = Math.exp(-seconds / LONGER_S);
        double[] rest = new double[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            rest[i] = all.of[from.ordinal()][i] - own.of[from.ordinal()][i] * (isLonger(i) ? longer : brief);
        }
        for (int i : COUNTS) {
            rest[i] = rest[i] < NOTHING ? 0 : rest[i];
        }
        return rest;
    }

    private static final int[] COUNTS = {0, 1, LONGER, LONGER + 1, WEIGHT};
}
