package io.tallygate.crossing;

import static io.tallygate.crossing.Passages.CARRIED;
import static io.tallygate.crossing.Passages.tag;
import static io.tallygate.crossing.Passages.walking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossingTuningTest {
    private static final List<TagObservation> WALK_OUT =
            new RadioModel(2, 200, 60_000, 1.0).observe(List.of(tag(CARRIED, walking(-3, 1))), 8, new Random(5));

    private static List<Crossing> crossings(CrossingTuning tuning, List<TagObservation> reads) {
        CrossingDetector detector = CrossingDetectorFactory.tuned(tuning).create(RadioModel.layout());
        return reads.stream().map(detector::onRead).filter(Objects::nonNull).toList();
    }

    @Test
    void shouldSoundLaterTheMoreCertainItMustBe() {
        Crossing usual = crossings(CrossingTuning.standard(), WALK_OUT).getFirst();
        Crossing certain = crossings(CrossingTuning.standard().withCertainty(0.9), WALK_OUT)
                .getFirst();

        assertThat(certain.decidedAtUs()).isGreaterThan(usual.decidedAtUs());
        assertThat(certain.confidence()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void shouldNotHearWhatIsWeakerThanAStray() {
        CrossingTuning deaf = CrossingTuning.standard().withStrayDbm(Map.of(3, -20.0, 4, -20.0));

        assertThat(crossings(deaf, WALK_OUT)).isEmpty();
    }

    @Test
    void shouldMakeUpForALongCable() {
        List<TagObservation> weak = WALK_OUT.stream()
                .map(read -> read.antenna() <= 2
                        ? read
                        : TagObservation.of(read.timeUs(), read.antenna(), read.epc(), read.rssiDbm() - 12))
                .toList();
        CrossingTuning madeUp = CrossingTuning.standard().withOffsetsDb(Map.of(3, 12.0, 4, 12.0));

        long straight =
                crossings(CrossingTuning.standard(), WALK_OUT).getFirst().decidedAtUs();
        assertThat(crossings(madeUp, weak)).first().satisfies(crossing -> assertThat(crossing.decidedAtUs())
                .isEqualTo(straight));
        assertThat(crossings(CrossingTuning.standard(), weak))
                .allSatisfy(crossing -> assertThat(crossing.decidedAtUs()).isGreaterThan(straight));
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, 0.1, 6, 6, -60, 0, certainty",
        "1, 0.1, 6, 6, -60, 0, certainty",
        "NaN, 0.1, 6, 6, -60, 0, certainty",
        "0.6, -0.1, 6, 6, -60, 0, leadMetres",
        "0.6, 0.6, 6, 6, -60, 0, leadMetres",
        "0.6, 0.1, 1, 6, -60, 0, fadeDb",
        "0.6, 0.1, 6, -1, -60, 0, leastSwingDb",
        "0.6, 0.1, 6, 6, 1, 0, strayDbm",
        "0.6, 0.1, 6, 6, -60, 31, offsetsDb",
    })
    void shouldRefuseWhatNoPortalNeeds(
            double certainty, double lead, double fade, double swing, double stray, double offset, String named) {
        assertThatThrownBy(() -> new CrossingTuning(certainty, lead, fade, swing, Map.of(1, stray), Map.of(1, offset)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
