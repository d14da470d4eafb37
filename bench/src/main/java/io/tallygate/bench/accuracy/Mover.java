package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Epc;

/**
 * A tag and where it is.
 *
 * @param ahead metres that it is ahead of {@code x}, on a trolley for instance
 * @param beside metres that it is beside {@code y}
 * @param lossDb what it is weaker than a free tag: its make, what it sticks on
 */
record Mover(Epc epc, Way x, Way y, double z, double ahead, double beside, double lossDb) {

    static Mover lying(Epc epc, Place place, double lossDb) {
        return new Mover(epc, Way.still(place.x()), Way.still(place.y()), place.z(), 0, 0, lossDb);
    }

    Place at(double second) {
        return new Place(x.at(second) + ahead, y.at(second) + beside, z);
    }

    boolean isStill() {
        return x.isStill() && y.isStill();
    }
}
