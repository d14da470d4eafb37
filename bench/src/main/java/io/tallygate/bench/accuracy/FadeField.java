package io.tallygate.bench.accuracy;

/**
 * Multipath around one antenna: a steady wave and {@value #WAVES} scattered ones. The fade is a function of the place alone, so a
 * tag that lies still sits in its fade for good and a moving one passes through a fade every half wavelength or so (16 cm).
 */
final class FadeField {
    private static final int WAVES = 12;
    private static final double WAVELENGTH_M = 0.327;
    private static final double DEEPEST_DB = -25;

    private final double steady;
    private final double scattered;
    private final double[] kx = new double[WAVES];
    private final double[] ky = new double[WAVES];
    private final double[] kz = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final double ways;

    /**
     * @param riceDb power of the steady wave over the scattered ones; negative infinity is Rayleigh fading
     * @param ways 2 when the wave fades on its way to the tag and back alike, 1 when one way only is taken
     */
    FadeField(double riceDb, double ways, Dice dice) {
        double rice = Math.pow(10, riceDb / 10);
        this.steady = Math.sqrt(rice / (rice + 1));
        this.scattered = Math.sqrt(1 / (rice + 1) / WAVES);
        this.ways = ways;
        for (int i = 0; i < WAVES; i++) {
            double up = dice.between(-1, 1);
            double around = dice.between(0, 2 * Math.PI);
            double k = 2 * Math.PI / WAVELENGTH_M;
            kx[i] = k * Math.sqrt(1 - up * up) * Math.cos(around);
            ky[i] = k * Math.sqrt(1 - up * up) * Math.sin(around);
            kz[i] = k * up;
            phase[i] = dice.between(0, 2 * Math.PI);
        }
    }

    double dbAt(Place place) {
        double real = steady;
        double imaginary = 0;
        for (int i = 0; i < WAVES; i++) {
            double angle = kx[i] * place.x() + ky[i] * place.y() + kz[i] * place.z() + phase[i];
            real += scattered * Math.cos(angle);
            imaginary += scattered * Math.sin(angle);
        }
        double db = 10 * Math.log10(real * real + imaginary * imaginary + 1e-9);
        return ways * Math.max(DEEPEST_DB, db);
    }
}
