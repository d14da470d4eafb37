package io.tallygate.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Words for the scenarios: who walks how, what the reader sees of it, what the detector says. */
final class Passages {
    static final Epc CARRIED = new Epc("3034257BF400B7800004CB2F");

    private Passages() {}

    /** Comes from {@code from} metres (negative inside), walks to the other side at {@code speed} m/s, starting at second 1. */
    static DoubleUnaryOperator walking(double from, double speed) {
        double towards = -Math.signum(from);
        return t -> Math.clamp(from + towards * speed * Math.max(0, t - 1), -Math.abs(from), Math.abs(from));
    }

    /** As {@link #walking}, but turns back {@code before} metres before the line. */
    static DoubleUnaryOperator turningBack(double from, double speed, double before) {
        double turn = Math.signum(from) * before;
        DoubleUnaryOperator walk = walking(from, speed);
        return t -> {
            double x = walk.applyAsDouble(t);
            boolean beyond = Math.signum(from) * (x - turn) < 0;
            double back = beyond ? 2 * turn - x : x;
            return Math.clamp(back, -Math.abs(from), Math.abs(from));
        };
    }

    static RadioModel.Mover tag(Epc epc, DoubleUnaryOperator position) {
        return new RadioModel.Mover(epc, position, 2);
    }

    /** Tags that lie still, half of them inside, 0.6 to 2.5 m from the line. */
    static List<RadioModel.Mover> lyingNearTheGate(int count, Random random) {
        List<RadioModel.Mover> tags = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = (i % 2 == 0 ? -1 : 1) * (0.6 + 1.9 * random.nextDouble());
            tags.add(tag(new Epc(String.format("3034257BF400B780%08X", 1000 + i)), t -> x));
        }
        return tags;
    }

    static List<Crossing> detect(List<TagObservation> reads) {
        CrossingDetector detector = CrossingDetectorFactory.standard().create(RadioModel.layout());
        List<Crossing> crossings = new ArrayList<>();
        for (TagObservation read : reads) {
            Crossing crossing = detector.onRead(read);
            if (crossing != null) {
                crossings.add(crossing);
            }
        }
        return crossings;
    }
}
