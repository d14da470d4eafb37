package io.tallygate.crossing;

import java.util.Map;

/**
 * What an installer may set at one portal, in physical units. {@link #standard()} suits a gate that sees a tag at the line at least ten
 * decibels above what its reader can hear at all.
 *
 * @param certainty probability of having crossed that makes a crossing, 0.5 to 0.99: higher sounds later and more seldom in vain
 * @param leadMetres how far before the line a carrier that strolls towards it counts as crossing, 0 to 0.5
 * @param fadeDb spread of the strength of a moving tag around the model, 2 to 15: more in a corridor of metal
 * @param leastSwingDb how far the balance of the zones must have swung towards the side the tag goes to, 0 to 30; 3 suffice where
 *     the reads show that nothing fades
 * @param strayDbm antenna number to the strength below which its reads are ignored; see {@link StrayLevelLearner}
 * @param offsetsDb antenna number to what is added to its strengths, to make up for a longer cable for instance
 */
public record CrossingTuning(
        double certainty,
        double leadMetres,
        double fadeDb,
        double leastSwingDb,
        Map<Integer, Double> strayDbm,
        Map<Integer, Double> offsetsDb) {

    /** @throws IllegalArgumentException when a figure lies outside its bounds; the message names it */
    public CrossingTuning {
        requireWithin("certainty", certainty, 0.5, 0.99);
        requireWithin("leadMetres", leadMetres, 0, 0.5);
        requireWithin("fadeDb", fadeDb, 2, 15);
        requireWithin("leastSwingDb", leastSwingDb, 0, 30);
        strayDbm = Map.copyOf(strayDbm);
        offsetsDb = Map.copyOf(offsetsDb);
        strayDbm.values().forEach(dbm -> requireWithin("strayDbm", dbm, -120, 0));
        offsetsDb.values().forEach(db -> requireWithin("offsetsDb", db, -30, 30));
    }

    public static CrossingTuning standard() {
        return new CrossingTuning(0.7, 0.2, 6.2, 0, Map.of(), Map.of());
    }

    public CrossingTuning withCertainty(double value) {
        return new CrossingTuning(value, leadMetres, fadeDb, leastSwingDb, strayDbm, offsetsDb);
    }

    public CrossingTuning withStrayDbm(Map<Integer, Double> levels) {
        return new CrossingTuning(certainty, leadMetres, fadeDb, leastSwingDb, levels, offsetsDb);
    }

    public CrossingTuning withOffsetsDb(Map<Integer, Double> offsets) {
        return new CrossingTuning(certainty, leadMetres, fadeDb, leastSwingDb, strayDbm, offsets);
    }

    private static void requireWithin(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
        }
    }
}
