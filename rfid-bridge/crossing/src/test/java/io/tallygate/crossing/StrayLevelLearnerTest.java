package io.tallygate.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrayLevelLearnerTest {
    private final StrayLevelLearner learner = new StrayLevelLearner();

    @Test
    void shouldSuggestALevelJustAboveTheStrongestStraysOfEachAntenna() {
        Random noise = new Random(1);
        for (int i = 0; i < 5000; i++) {
            learner.observe(TagObservation.of(i, 1, Passages.CARRIED, -70 + noise.nextGaussian()));
            learner.observe(TagObservation.of(i, 3, Passages.CARRIED, -60 + noise.nextGaussian()));
        }

        Map<Integer, Double> levels = learner.suggested();
        assertThat(levels.keySet()).containsExactly(1, 3);
        assertThat(levels.get(1)).isBetween(-67.0, -64.0);
        assertThat(levels.get(3)).isBetween(-57.0, -54.0);
    }

    @Test
    void shouldSuggestNothingForAnAntennaThatHasSeenTooLittle() {
        for (int i = 1; i < StrayLevelLearner.LEAST_READS; i++) {
            learner.observe(TagObservation.of(i, 1, Passages.CARRIED, -60));
        }
        assertThat(learner.suggested()).isEmpty();

        learner.observe(TagObservation.of(99, 1, Passages.CARRIED, -60));
        assertThat(learner.suggested()).containsOnlyKeys(1);
    }

    @Test
    void shouldStayWithinWhatATuningTakes() {
        for (int i = 0; i < 100; i++) {
            learner.observe(TagObservation.of(i, 1, Passages.CARRIED, 40));
            learner.observe(TagObservation.of(i, 2, Passages.CARRIED, -500));
        }

        assertThat(CrossingTuning.standard().withStrayDbm(learner.suggested()).strayDbm())
                .containsEntry(1, 0.0)
                .containsEntry(2, -119.0);
    }
}
