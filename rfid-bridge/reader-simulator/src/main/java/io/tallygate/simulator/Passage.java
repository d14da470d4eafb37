package io.tallygate.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A tag carried through the gate at a steady speed. Antennas 1 and 2 look at the room from 0.6 m before the line, 3 and 4 at the
 * corridor from 0.6 m behind it; the way is 2.4 m, so a walk takes 2 s. The reader visits its antennas in turn, 20 ms each; the
 * nearer the tag, the stronger it is read, and beyond reach it is not read at all. The phase turns once for each half of a wavelength
 * that it comes or goes, the channel changes every 400 ms.
 *
 * @param epc hexadecimal digits
 * @param tid hexadecimal digits, or null when the reader does not read it
 * @param speed metres per second, 0.5 to 3
 * @param seed of the noise on the signal strength: the same seed gives the same reads
 */
public record Passage(String epc, @Nullable String tid, Direction direction, double speed, long seed) {

    /** A walk. */
    public static final double USUAL_SPEED = 1.2;

    /** Between one passage and the next of the same tag: long enough to be two. */
    static final long PAUSE_MICROS = 4_000_000;

    private static final double HALF_WAY_METRES = 1.2;
    private static final double ANTENNA_METRES = 0.6;
    private static final double BESIDE_METRES = 0.5;
    private static final long VISIT_MICROS = 20_000;
    private static final double WEAKEST_DBM = -66;
    private static final double NOISE_DB = 1.0;
    private static final double CABLE_METRES = 6;
    private static final double METRES_A_SECOND = 299_792_458;
    private static final long HOP_MICROS = 400_000;
    private static final double TWO_WAYS = 2;

    public Passage {
        if (!(speed >= 0.5 && speed <= 3)) {
            throw new IllegalArgumentException("a tag is carried at 0.5 to 3 m/s, not at " + speed);
        }
        // Refused here and not when the first read is due.
        new TagRead(epc, 1, 0, 0, tid);
    }

    /** A walk with one tag. */
    public static Passage of(String epc, Direction direction) {
        return new Passage(epc, null, direction, USUAL_SPEED, epc.hashCode());
    }

    /** A read and when it happens, in microseconds from the start of the passage. */
    public record TimedRead(long offsetMicros, TagRead read) {}

    /** How long the passage takes, in microseconds. */
    public long micros() {
        return (long) (2 * HALF_WAY_METRES / speed * 1e6);
    }

    /** Every read in the order of time. */
    public List<TimedRead> reads() {
        Random noise = new Random(seed);
        List<TimedRead> reads = new ArrayList<>();
        int visit = 0;
        for (long at = 0; at <= micros(); at += VISIT_MICROS, visit++) {
            int antenna = 1 + visit % 4;
            double strength = strengthAt(antenna, at) + noise.nextGaussian() * NOISE_DB;
            if (strength >= WEAKEST_DBM) {
                reads.add(new TimedRead(at, new TagRead(epc, antenna, strength, 0, tid, carrierAt(antenna, at))));
            }
        }
        return reads;
    }

    private double strengthAt(int antenna, long micros) {
        return -48 - 35 * Math.log10(distanceAt(antenna, micros) / BESIDE_METRES);
    }

    private TagRead.Carrier carrierAt(int antenna, long micros) {
        int channel = 1 + (int) (micros / HOP_MICROS % Band.CHANNELS_KHZ.length);
        double wavelength = METRES_A_SECOND / (1_000.0 * Band.CHANNELS_KHZ[channel - 1]);
        double distance = distanceAt(antenna, micros);
        double turns = TWO_WAYS * (CABLE_METRES + distance) / wavelength;
        double receding = speed * aheadOf(antenna, micros) / distance;
        return new TagRead.Carrier(360 * (turns - Math.floor(turns)), -TWO_WAYS * receding / wavelength, channel);
    }

    private double distanceAt(int antenna, long micros) {
        return Math.hypot(aheadOf(antenna, micros), BESIDE_METRES);
    }

    /** How far it has come beyond an antenna along its way, in metres; below 0 before it. */
    private double aheadOf(int antenna, long micros) {
        double walked = -HALF_WAY_METRES + speed * micros / 1e6;
        double antennaPlace = antenna <= 2 ? -ANTENNA_METRES : ANTENNA_METRES;
        return direction == Direction.OUT ? walked - antennaPlace : walked + antennaPlace;
    }
}
