package io.tallygate.bench.accuracy;

import io.tallygate.crossing.TagObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A reader at work: antennas in turn, on each one inventory rounds in which every tag in view answers once, in an order drawn anew. Tags
 * share the air time: a round is the longer the more of them there are, and a dwell that ends cuts it short.
 */
final class Inventory {
    /** A tag that is in view but not understood, a collision for instance, takes this part of a read's time. */
    private static final double MISSED_PART = 0.4;

    private final Site site;
    private final Cast cast;
    private final List<Body> bodies;
    private final Dice dice;
    private final double[][] lyingDbm;
    private final int[] order;
    private final List<TagObservation> reads = new ArrayList<>();

    /** @param bodies that stand in the way of waves */
    Inventory(Site site, Cast cast, List<Body> bodies, Dice dice) {
        this.site = site;
        this.cast = cast;
        this.bodies = bodies;
        this.dice = dice;
        this.lyingDbm = new double[site.antennas().size()][cast.movers().size()];
        for (double[] row : lyingDbm) {
            Arrays.fill(row, Double.NaN);
        }
        this.order = new int[cast.movers().size()];
        Arrays.setAll(order, i -> i);
    }

    /** Every read in the order of time. */
    List<TagObservation> run() {
        ReaderTraits reader = site.reader();
        double second = dice.between(0, 0.01);
        for (int turn = 0; second < cast.seconds(); turn++) {
            int antenna = turn % site.antennas().size();
            double until = reader.switchesEachRound() ? Double.MAX_VALUE : second + reader.dwellSeconds();
            do {
                second = round(antenna, second, until);
            } while (!reader.switchesEachRound() && second < until);
        }
        return reads;
    }

    private double round(int antenna, double begin, double until) {
        ReaderTraits reader = site.reader();
        double second = begin + reader.roundOverheadSeconds();
        dice.shuffle(order);
        for (int tag : order) {
            if (second >= until) {
                break;
            }
            double dbm = dbm(antenna, tag, second);
            double chance = reader.chanceOfRead(dbm);
            if (dice.chance(chance)) {
                second += 1 / reader.readsPerSecond();
                reads.add(read(antenna, tag, second, dbm));
            } else if (chance > 0.05) {
                second += MISSED_PART / reader.readsPerSecond();
            }
        }
        return second;
    }

    private TagObservation read(int antenna, int tag, double second, double dbm) {
        return TagObservation.of(
                Math.round(second * 1e6),
                site.antennas().get(antenna).id(),
                cast.movers().get(tag).epc(),
                site.reader().told(dbm, dice));
    }

    private double dbm(int antennaIndex, int tag, double second) {
        Antenna antenna = site.antennas().get(antennaIndex);
        Mover mover = cast.movers().get(tag);
        Place place = mover.at(second);
        double dbm = mover.isStill() ? lyingDbm[antennaIndex][tag] : Double.NaN;
        if (Double.isNaN(dbm)) {
            dbm = antenna.dbmFrom(place, site.pathLoss(), site.fading()) - mover.lossDb();
            lyingDbm[antennaIndex][tag] = dbm;
        }
        for (Body body : bodies) {
            dbm -= body.lossDb(place, antenna.place(), second);
        }
        return dbm;
    }
}
