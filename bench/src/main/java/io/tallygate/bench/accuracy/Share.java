package io.tallygate.bench.accuracy;

/** So many of so many, with Wilson's 95 % interval of the true share. */
record Share(long count, long of) {
    private static final double Z = 1.959964;

    /** NaN of none. */
    double value() {
        return (double) count / of;
    }

    double low() {
        return bound(-1);
    }

    double high() {
        return bound(1);
    }

    private double bound(double side) {
        double n = of;
        double p = value();
        double middle = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.clamp((middle + side * half) / (1 + Z * Z / n), 0, 1);
    }

    String percent() {
        return of == 0 ? "-" : String.format("%.2f", 100 * value());
    }
}
