package io.tallygate.bench.accuracy;

import java.util.ArrayList;
import java.util.List;

/** Where something is along one axis at each second: straight between knots, at rest before the first and after the last. */
final class Way {
    private final double[] seconds;
    private final double[] metres;

    private Way(List<double[]> knots) {
        seconds = knots.stream().mapToDouble(knot -> knot[0]).toArray();
        metres = knots.stream().mapToDouble(knot -> knot[1]).toArray();
    }

    static Way still(double metres) {
        return from(0, metres).end();
    }

    static Walk from(double seconds, double metres) {
        return new Walk(seconds, metres);
    }

    /** A walk in the making. */
    static final class Walk {
        private final List<double[]> knots = new ArrayList<>();
        private double now;
        private double here;

        private Walk(double seconds, double metres) {
            now = seconds;
            here = metres;
            knots.add(new double[] {now, here});
        }

        Walk to(double metres, double speed) {
            now += Math.abs(metres - here) / speed;
            here = metres;
            knots.add(new double[] {now, here});
            return this;
        }

        Walk pause(double seconds) {
            now += seconds;
            knots.add(new double[] {now, here});
            return this;
        }

        Way end() {
            return new Way(knots);
        }
    }

    double at(double second) {
        int last = seconds.length - 1;
        if (second <= seconds[0]) {
            return metres[0];
        }
        for (int i = 1; i <= last; i++) {
            if (second < seconds[i]) {
                double part = (second - seconds[i - 1]) / (seconds[i] - seconds[i - 1]);
                return metres[i - 1] + part * (metres[i] - metres[i - 1]);
            }
        }
        return metres[last];
    }

    double endsAt() {
        return seconds[seconds.length - 1];
    }

    boolean isStill() {
        return seconds.length == 1;
    }

    /** The moments at which something that is {@code ahead} metres before this way passes {@code x = 0}, each with its signed speed. */
    List<Pass> passes(double ahead) {
        List<Pass> passes = new ArrayList<>();
        for (int i = 1; i < seconds.length; i++) {
            double from = metres[i - 1] + ahead;
            double to = metres[i] + ahead;
            if (from < 0 != to < 0) {
                double took = seconds[i] - seconds[i - 1];
                passes.add(new Pass(seconds[i - 1] + took * from / (from - to), (to - from) / took));
            }
        }
        return passes;
    }

    /** @param speed metres per second, positive outward */
    record Pass(double second, double speed) {}
}
