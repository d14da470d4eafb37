package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Epc;
import java.util.ArrayList;
import java.util.List;

/** Who and what is at the gate during one trace. */
final class Cast {
    private static final double CARRIED_BESIDE_M = 0.15;

    private final Dice dice;
    private final List<Mover> movers = new ArrayList<>();
    private final List<Body> bodies = new ArrayList<>();
    private double seconds = 6;

    Cast(Dice dice) {
        this.dice = dice;
    }

    private Epc nextEpc() {
        return new Epc(String.format("3034257BF4%014X", movers.size() + 1));
    }

    /** Somebody with one tag on them: before or behind them, {@code bodyDb} is what their body takes. */
    Cast carrying(Way x, Way y, double bodyDb, double heldM) {
        double ahead = dice.sign() * heldM;
        bodies.add(new Body(x, y, 0, bodyDb));
        double beside = dice.between(-CARRIED_BESIDE_M, CARRIED_BESIDE_M);
        movers.add(new Mover(nextEpc(), x, y, dice.between(0.5, 1.4), ahead, beside, dice.between(0, 6)));
        lasts(x, y);
        return this;
    }

    /** Somebody who carries as most do: at arm's length or in a bag, 5 to 10 dB of body. */
    Cast carrying(Way x) {
        return carrying(x, Way.still(dice.between(-0.3, 0.3)), dice.between(5, 10), dice.between(0.25, 0.4));
    }

    Cast trolley(Way x, int tags) {
        Way y = Way.still(dice.between(-0.15, 0.15));
        for (int i = 0; i < tags; i++) {
            double ahead = dice.between(-0.4, 0.4);
            double beside = dice.between(-0.25, 0.25);
            movers.add(new Mover(nextEpc(), x, y, dice.between(0.2, 1.1), ahead, beside, dice.between(0, 10)));
        }
        bodies.add(new Body(x, y, -0.8, dice.between(5, 10)));
        lasts(x, y);
        return this;
    }

    /** Somebody with no tag, who only stands in the way of others' waves. */
    Cast bystander(Way x, Way y) {
        bodies.add(new Body(x, y, 0, dice.between(5, 10)));
        lasts(x, y);
        return this;
    }

    /** Tags that lie near the gate: most in a cabinet two metres inside, some at one metre, some outside. */
    Cast lying(int tags) {
        for (int i = 0; i < tags; i++) {
            double x =
                    switch (dice.whole(0, 9)) {
                        case 0, 1 -> dice.between(-1.3, -0.9);
                        case 2 -> dice.between(0.9, 1.6);
                        case 3 -> dice.between(1.6, 3.5);
                        default -> dice.between(-3, -1.6);
                    };
            lyingAt(x, dice.between(-1.5, 1.5));
        }
        return this;
    }

    Cast lyingAt(double x, double y) {
        movers.add(Mover.lying(nextEpc(), new Place(x, y, dice.between(0.2, 1.8)), dice.between(0, 10)));
        return this;
    }

    private void lasts(Way x, Way y) {
        seconds = Math.max(seconds, Math.max(x.endsAt(), y.endsAt()) + 1.5);
    }

    List<Mover> movers() {
        return movers;
    }

    List<Body> bodies() {
        return bodies;
    }

    double seconds() {
        return seconds;
    }
}
