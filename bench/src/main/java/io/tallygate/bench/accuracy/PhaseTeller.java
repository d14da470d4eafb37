package io.tallygate.bench.accuracy;

import io.tallygate.crossing.TagObservation;
import java.util.List;

/**
 * The phase of each read, as a reader that tells it would: the way there and back in wavelengths, the fades' own turn, an offset for each
 * frequency, noise that grows towards the floor, half a turn that some readers cannot tell; and what people do to it, who bend the wave
 * when they stand in its way and throw some of it back when they are near. The band has four frequencies or fifty.
 */
final class PhaseTeller {
    private static final double WAVELENGTH_M = FadeField.WAVELENGTH_M;
    /** Knife edges turn a wave by 45 degrees when they take 6 dB of it. */
    private static final double BENT_RADIANS_A_DB = Math.toRadians(7.5);
    /** A person scatters like half a square metre. */
    private static final double THROWN_BACK = 0.2;

    private static final double MOST_THROWN_BACK = 0.5;
    private static final double FLOOR_NOISE_DB = 15;

    private final Site site;
    private final List<Body> bodies;
    private final Dice dice;
    private final double sign;
    private final boolean halfTurns;
    private final double noiseRadians;
    private final double hopSeconds;
    private final double[] offsets;
    private int channel;
    private double hopsAt;

    PhaseTeller(Site site, List<Body> bodies, Dice dice) {
        this.site = site;
        this.bodies = bodies;
        this.dice = dice;
        this.sign = dice.sign();
        this.halfTurns = dice.chance(0.5);
        this.noiseRadians = Math.toRadians(dice.between(3, 10));
        this.hopSeconds = dice.between(0.2, 2);
        this.offsets = new double[dice.chance(0.5) ? 4 : 50];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = dice.between(0, 2 * Math.PI);
        }
    }

    TagObservation told(TagObservation read, Antenna antenna, Place tag) {
        double second = read.timeUs() / 1e6;
        if (second >= hopsAt) {
            channel = dice.whole(0, offsets.length - 1);
            hopsAt = second + hopSeconds;
        }
        double noise =
                noiseRadians * (1 + Math.pow(10, (site.reader().floorDbm() + FLOOR_NOISE_DB - read.rssiDbm()) / 20));
        double way = 4 * Math.PI * tag.minus(antenna.place()).length() / WAVELENGTH_M;
        double fade = site.fading() == 0 ? 0 : 2 * antenna.fades().turnAt(tag);
        double turn =
                sign * (way + fade + peoples(tag, antenna.place(), second)) + offsets[channel] + dice.gaussian(noise);
        double degrees = Math.toDegrees(turn) + (halfTurns && dice.chance(0.5) ? 180 : 0);
        double whole = degrees - 360 * Math.floor(degrees / 360);
        return new TagObservation(
                read.timeUs(), read.antenna(), read.epc(), read.rssiDbm(), whole, Double.NaN, channel + 1);
    }

    private double peoples(Place tag, Place antenna, double second) {
        double turn = 0;
        double straight = Math.max(0.3, tag.minus(antenna).length());
        for (Body body : bodies) {
            turn += BENT_RADIANS_A_DB * body.lossDb(tag, antenna, second);
            Place at = body.at(second, tag.z());
            double there = Math.max(0.3, tag.minus(at).length());
            double back = Math.max(0.3, antenna.minus(at).length());
            double thrown = Math.min(MOST_THROWN_BACK, THROWN_BACK * straight / (there * back));
            turn += 2 * thrown * Math.sin(2 * Math.PI * (there + back - straight) / WAVELENGTH_M);
        }
        return turn;
    }
}
