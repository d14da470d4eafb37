package io.tallygate.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Constant cost per read, by counting: what time a read takes is the bench's to measure. A tag is judged when it is read, and one other at
 * most has its turn then.
 */
class WorkOfAReadTest {
    private static final int FEW = 10;
    private static final int MANY = 4_000;
    private static final int ROUNDS = 12;
    private static final int KNOWN_AFTER = 4;
    private static final long ROUND_US = 800_000;
    private static final int INSIDE_ANTENNA = 1;
    private static final int OUTSIDE_ANTENNA = 3;

    /** @param judged tags judged with each read, on average */
    private record Work(int most, double judged, int inView) {}

    @Test
    void shouldJudgeNoMoreTagsWithEachReadHoweverManyMove() {
        Work few = workWith(FEW);
        Work many = workWith(MANY);

        assertThat(few.inView()).isEqualTo(FEW);
        assertThat(many.inView()).isEqualTo(MANY);
        assertThat(few.most()).isEqualTo(2);
        assertThat(many.most()).isEqualTo(2);
        // Most reads do give another tag its turn: otherwise nothing would be counted here.
        assertThat(few.judged()).isGreaterThan(1.5);
        assertThat(many.judged()).isBetween(1.5, few.judged() + 0.1);
    }

    /** Each tag is read as often, so that the others wait for their turns as long. */
    private static Work workWith(int tags) {
        Counter counter = new Counter();
        CrossingDetector detector = CrossingDetectorFactory.observed(
                        CrossingTuning.standard(), CrossingWeights.builtIn(), counter)
                .create(RadioModel.layout());
        int most = 0;
        long known = 0;
        for (int read = 0; read < ROUNDS * tags; read++) {
            int before = counter.judged;
            detector.onRead(walkingToAndFro(read % tags, read / tags, ROUND_US * read / tags));
            if (read >= KNOWN_AFTER * tags) {
                most = Math.max(most, counter.judged - before);
                known += counter.judged - before;
            }
        }
        return new Work(most, (double) known / ((ROUNDS - KNOWN_AFTER) * tags), detector.trackedTags());
    }

    /** Inside, never nearer to the line than a metre, once in three seconds. */
    private static TagObservation walkingToAndFro(int tag, int round, long timeUs) {
        boolean inside = round % 2 == 0;
        double metres = -2 + Math.sin(timeUs / 1e6 * 2 * Math.PI / 3);
        double away = Math.hypot(metres - (inside ? -0.6 : 0.6), 0.5);
        double dbm = Math.rint(-48 - 35 * Math.log10(away / 0.5));
        Epc epc = new Epc(String.format("3034257BF4%014X", tag + 1));
        return TagObservation.of(timeUs, inside ? INSIDE_ANTENNA : OUTSIDE_ANTENNA, epc, dbm);
    }

    private static final class Counter implements SignsObserver {
        private int judged;

        @Override
        public boolean wants(Epc epc, long timeUs) {
            judged++;
            return false;
        }

        @Override
        public void seen(Epc epc, long timeUs, Direction direction, float[] signs) {
            throw new IllegalStateException("nobody wanted these");
        }
    }
}
