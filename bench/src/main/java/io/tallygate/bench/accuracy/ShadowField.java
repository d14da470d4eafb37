package io.tallygate.bench.accuracy;

/** Lognormal shadowing around one antenna: a few slow waves over the floor, correlated over about a metre. */
final class ShadowField {
    private static final int WAVES = 6;

    private final double[] kx = new double[WAVES];
    private final double[] ky = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final double amplitude;

    ShadowField(double spreadDb, Dice dice) {
        amplitude = spreadDb * Math.sqrt(2.0 / WAVES);
        for (int i = 0; i < WAVES; i++) {
            double around = dice.between(0, 2 * Math.PI);
            double k = dice.between(0.5, 1.6);
            kx[i] = k * Math.cos(around);
            ky[i] = k * Math.sin(around);
            phase[i] = dice.between(0, 2 * Math.PI);
        }
    }

    static ShadowField none() {
        return new ShadowField(0, new Dice(0));
    }

    double dbAt(Place place) {
        double sum = 0;
        for (int i = 0; i < WAVES; i++) {
            sum += Math.sin(kx[i] * place.x() + ky[i] * place.y() + phase[i]);
        }
        return amplitude * sum;
    }
}
