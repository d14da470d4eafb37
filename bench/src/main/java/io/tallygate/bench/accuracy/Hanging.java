package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Zone;
import java.util.ArrayList;
import java.util.List;

/**
 * How the antennas of a gate hang; the two zones are mirror images.
 *
 * @param offLineM from the line
 * @param offWayM across, from the middle of the way
 * @param heightM from the floor
 * @param tiltDegrees how far the beam is turned to its own side
 * @param fromAbove the beam comes down from the ceiling, else across from the jamb
 * @param loneSide where an antenna that is alone in its zone hangs: -1 or 1 on a jamb, 0 above the middle
 */
record Hanging(
        double offLineM,
        double offWayM,
        double heightM,
        double tiltDegrees,
        boolean fromAbove,
        double loneSide,
        double beamDegrees,
        double frontToBackDb) {

    enum Kind {
        JAMBS,
        CEILING,
        APART,
        ROUND,
        /** Near a cardioid that looks along the way, to its own side. */
        BROAD;

        Hanging drawn(Dice dice) {
            boolean fromAbove = this == CEILING || this == APART && dice.chance(0.5);
            double offLine =
                    switch (this) {
                        case JAMBS -> dice.between(0.05, 0.3);
                        case CEILING -> dice.between(0, 0.4);
                        case APART -> dice.between(0.5, 2);
                        case ROUND -> dice.between(0.5, 1.5);
                        case BROAD -> dice.between(0.3, 1.5);
                    };
            double tilt =
                    switch (this) {
                        case JAMBS -> dice.between(20, 50);
                        case CEILING -> dice.between(15, 45);
                        case APART -> dice.between(-15, 15);
                        case ROUND -> 0;
                        case BROAD -> 90;
                    };
            return new Hanging(
                    offLine,
                    fromAbove ? dice.between(0.1, 0.5) : dice.between(0.5, 1),
                    fromAbove ? dice.between(2.2, 2.8) : dice.between(0.8, 1.6),
                    tilt,
                    fromAbove,
                    fromAbove ? 0 : dice.sign(),
                    this == BROAD ? 200 : dice.between(60, 110),
                    frontToBackDb(dice));
        }

        private double frontToBackDb(Dice dice) {
            return switch (this) {
                case JAMBS, CEILING, APART -> dice.between(8, 15);
                case ROUND -> 0;
                case BROAD -> dice.between(3, 7.5);
            };
        }
    }

    /** Makes an antenna of the place where it hangs and the unit vector of its beam. */
    interface Made {
        Antenna of(int id, Zone zone, Place place, Place looks);
    }

    /** @param perZone 1 or 2; numbered from 1, zone by zone */
    List<Antenna> antennas(int perZone, Made made) {
        List<Antenna> antennas = new ArrayList<>();
        for (Zone zone : Zone.values()) {
            double outward = zone == Zone.OUTSIDE ? 1 : -1;
            for (int i = 0; i < perZone; i++) {
                double side = perZone == 1 ? loneSide : (i == 0 ? -1 : 1);
                antennas.add(made.of(antennas.size() + 1, zone, place(outward, side), looks(outward, side)));
            }
        }
        return antennas;
    }

    private Place place(double outward, double side) {
        return new Place(outward * offLineM, side * offWayM, heightM);
    }

    private Place looks(double outward, double side) {
        double along = outward * Math.sin(Math.toRadians(tiltDegrees));
        double rest = Math.cos(Math.toRadians(tiltDegrees));
        return fromAbove ? new Place(along, 0, -rest) : new Place(along, -side * rest, 0);
    }
}
