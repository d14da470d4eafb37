package io.tallygate.crossing;

import static io.tallygate.crossing.Passages.CARRIED;
import static io.tallygate.crossing.Passages.detect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Round antennas close together and loss of one way: the balance of the zones swings by some 4 dB over the whole walk. */
class PlainAirTest {
    private static final int WALKS = 40;
    private static final double CROSSED_AT_S = 3;

    private static List<TagObservation> reads(DoubleUnaryOperator position, double seconds, long seed) {
        Random dice = new Random(seed);
        List<TagObservation> reads = new ArrayList<>();
        int[] turns = {1, 3, 2, 4};
        for (double t = 0; t < seconds; t += 0.008) {
            int antenna = turns[(int) (t / 0.05) % turns.length];
            double along = position.applyAsDouble(t) - (antenna <= 2 ? -0.5 : 0.5);
            double dbm = -45 - 24 * Math.log10(Math.hypot(along, 1.5)) + 2.5 * dice.nextGaussian();
            reads.add(TagObservation.of((long) (t * 1e6), antenna, CARRIED, Math.round(dbm * 2) / 2.0));
        }
        return reads;
    }

    @Test
    void shouldCrossInTimeWhereTheBalanceSwingsLittle() {
        int inTime = 0;
        for (long seed = 0; seed < WALKS; seed++) {
            List<Crossing> found = detect(reads(t -> 1.2 * (t - CROSSED_AT_S), 2 * CROSSED_AT_S, seed));
            boolean out = !found.isEmpty() && found.getFirst().direction() == Direction.OUT;
            inTime += out && Math.abs(found.getFirst().decidedAtUs() / 1e6 - CROSSED_AT_S) <= 0.75 ? 1 : 0;
        }

        assertThat(inTime).isGreaterThanOrEqualTo(WALKS * 8 / 10);
    }

    @Test
    void shouldNotCrossATagThatLiesStillThere() {
        for (long seed = 0; seed < WALKS; seed++) {
            double place = seed % 2 == 0 ? -1 : -2;
            assertThat(detect(reads(t -> place, 20, seed))).isEmpty();
        }
    }
}
