package io.tallygate.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A plain radio model for tests: four antennas over the door that take turns, strength falling with the fourth power of
 * distance and with the angle off the beam, fading of several dB, a sensitivity below which nothing is read, and airtime
 * shared by all tags in view.
 *
 * @param noiseDb spread of each read
 * @param readsPerSecond the reader's reads per second, over all antennas and tags
 * @param dwellUs how long one antenna is on
 */
record RadioModel(double noiseDb, double readsPerSecond, long dwellUs, double reachM) {
    private static final double HEIGHT_M = 1.2;

    /** A tag that is at {@code position} metres from the line (negative inside) at each second. */
    record Mover(Epc epc, DoubleUnaryOperator position, double fadeDb) {}

    static PortalLayout layout() {
        return new PortalLayout(
                "P-101", java.util.Map.of(1, Zone.INSIDE, 2, Zone.INSIDE, 3, Zone.OUTSIDE, 4, Zone.OUTSIDE));
    }

    List<TagObservation> observe(List<Mover> movers, double seconds, Random random) {
        List<TagObservation> reads = new ArrayList<>();
        int[] turns = {1, 3, 2, 4};
        double t = 0;
        while (t < seconds) {
            int antenna = turns[(int) (t * 1e6 / dwellUs) % turns.length];
            Mover mover = movers.get(random.nextInt(movers.size()));
            double rssi = strength(antenna, mover.position().applyAsDouble(t))
                    - mover.fadeDb()
                    + noiseDb * random.nextGaussian();
            boolean visible = rssi > -72;
            if (visible) {
                reads.add(TagObservation.of((long) (t * 1e6), antenna, mover.epc(), Math.round(rssi * 2) / 2.0));
            }
            t += (visible ? 1 : 0.3) * -Math.log(1 - random.nextDouble()) / readsPerSecond;
        }
        return reads;
    }

    private double strength(int antenna, double x) {
        double antennaX = antenna <= 2 ? -reachM : reachM;
        double side = antenna % 2 == 0 ? 0.2 : -0.2;
        double dx = x - antennaX;
        double d = Math.sqrt(dx * dx + HEIGHT_M * HEIGHT_M + side * side);
        double cos = HEIGHT_M / d;
        return -48 - 40 * Math.log10(d) + 20 * Math.log10(Math.max(cos, 0.1));
    }
}
