package io.tallygate.bench.training;

import io.tallygate.bench.accuracy.LabelledReads;
import io.tallygate.bench.accuracy.TrueCrossing;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import java.util.List;
import java.util.Locale;

/** What the rule ought to say of a tag at some moment of a trace, and how much it matters. */
final class Truth {
    private static final double EARLY_S = 0.4;
    private static final double APPROACH_S = 2.5;
    private static final double JUST_CROSSED_S = 1.2;
    private static final double TURNS_BACK_S = 0.3;
    private static final double NEXT_NEAR_S = 0.5;
    private static final double NONE_FOLLOWS_S = 99;
    private static final int MANY_CROSS = 5;

    private final LabelledReads trace;
    private final boolean trolley;
    private final boolean manyCross;

    Truth(LabelledReads trace) {
        this.trace = trace;
        this.trolley = trace.kind().toLowerCase(Locale.ROOT).contains("trolley");
        this.manyCross = trace.tags().values().stream()
                        .filter(crossings -> !crossings.isEmpty())
                        .count()
                >= MANY_CROSS;
    }

    /**
     * @param crossed 1 when it has just crossed in that direction, else 0
     * @param weight 0 where either answer would do
     */
    record Answer(float crossed, float weight) {}

    boolean isTrolley() {
        return trolley;
    }

    boolean moves(Epc epc) {
        return trace.carried().contains(epc);
    }

    Answer at(Epc epc, long timeUs, Direction direction) {
        List<TrueCrossing> crossings = trace.tags().getOrDefault(epc, List.of());
        float crossed = 0;
        float weight = weight(moves(epc), crossings.isEmpty());
        for (int i = 0; i < crossings.size(); i++) {
            double since = (timeUs - crossings.get(i).atUs()) / 1e6;
            double next = i + 1 < crossings.size() ? (crossings.get(i + 1).atUs() - timeUs) / 1e6 : NONE_FOLLOWS_S;
            if (crossings.get(i).direction() == direction) {
                weight *= (float) along(since, next);
                crossed = isJustCrossed(since) ? (next > TURNS_BACK_S ? 1 : 0) : crossed;
            } else if (i > 0 && Math.abs(since) < EARLY_S) {
                weight *= 0.3f;
            }
        }
        return new Answer(crossed, weight);
    }

    /** Who is carried about and does not cross is the hard case; so is what lies where a trolley passes. */
    private float weight(boolean moves, boolean neverCrosses) {
        float weight = moves ? 1 : 0.7f;
        if (neverCrosses && moves || !moves && manyCross) {
            weight = 3;
        }
        return weight * (trolley ? 0.4f : 1) * (neverCrosses ? 1 : 0.5f);
    }

    private static boolean isJustCrossed(double since) {
        return since >= 0 && since < JUST_CROSSED_S;
    }

    private static double along(double since, double next) {
        if (since > -EARLY_S && since < 0 || since >= JUST_CROSSED_S && next > NEXT_NEAR_S) {
            return 0;
        }
        if (isJustCrossed(since)) {
            return next > TURNS_BACK_S ? 2 : 0;
        }
        return since > -APPROACH_S && since <= -EARLY_S ? 3 : 1;
    }
}
