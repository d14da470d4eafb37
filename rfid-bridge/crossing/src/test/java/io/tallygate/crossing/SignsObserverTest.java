package io.tallygate.crossing;

import static io.tallygate.crossing.Passages.CARRIED;
import static io.tallygate.crossing.Passages.tag;
import static io.tallygate.crossing.Passages.walking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignsObserverTest {
    private final List<Direction> seen = new ArrayList<>();
    private final List<float[]> rows = new ArrayList<>();
    private long wantedFromUs;

    private final SignsObserver observer = new SignsObserver() {
        @Override
        public boolean wants(Epc epc, long timeUs) {
            return timeUs >= wantedFromUs;
        }

        @Override
        public void seen(Epc epc, long timeUs, Direction direction, float[] signs) {
            assertThat(epc).isEqualTo(CARRIED);
            assertThat(timeUs).isGreaterThanOrEqualTo(wantedFromUs);
            seen.add(direction);
            rows.add(signs);
        }
    };

    @Test
    void shouldShowBothDirectionsOfEachReadWithoutChangingWhatIsDecided() {
        List<TagObservation> reads = aWalkOut();

        List<Crossing> crossings = detect(reads, CrossingWeights.builtIn());

        assertThat(crossings).isEqualTo(Passages.detect(reads)).isNotEmpty();
        // Both of every read but repeats of the same moment, and turns in between.
        assertThat(seen.size()).isEven().isGreaterThan(reads.size());
        assertThat(seen.subList(0, 2)).containsExactly(Direction.OUT, Direction.IN);
        assertThat(rows).allMatch(row -> row.length == CrossingWeights.ALL_SIGNS);
        assertThat(rows.getFirst()).isNotEqualTo(rows.getLast());
    }

    @Test
    void shouldShowOnlyWhatIsWanted() {
        wantedFromUs = Long.MAX_VALUE;

        detect(aWalkOut(), CrossingWeights.builtIn());

        assertThat(seen).isEmpty();
    }

    @Test
    void shouldDecideByTheFilterAloneBeforeAnythingIsLearned() {
        List<Crossing> crossings = detect(aWalkOut(), CrossingWeights.none());

        assertThat(crossings).extracting(Crossing::direction).containsExactly(Direction.OUT);
        assertThat(crossings).isNotEqualTo(detect(aWalkOut(), CrossingWeights.builtIn()));
    }

    @Test
    void shouldWeighWithTheWeightsGiven() throws IOException {
        CrossingWeights copied =
                CrossingWeights.none().withOwnSigns(file("own-signs")).withAllSigns(file("with-others"));

        assertThat(detect(aWalkOut(), copied)).isEqualTo(Passages.detect(aWalkOut()));
    }

    @Test
    void shouldRefuseWeightsThatDoNotFit() {
        CrossingWeights none = CrossingWeights.none();

        assertThatThrownBy(() -> none.withOwnSigns(file("with-others")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another width");
        assertThatThrownBy(() -> none.withAllSigns(file("own-signs"))).hasMessageContaining("another width");
        assertThatThrownBy(() -> none.withAllSigns(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }

    private List<Crossing> detect(List<TagObservation> reads, CrossingWeights weights) {
        CrossingDetector detector = CrossingDetectorFactory.observed(CrossingTuning.standard(), weights, observer)
                .create(RadioModel.layout());
        List<Crossing> crossings = new ArrayList<>();
        for (TagObservation read : reads) {
            Crossing crossing = detector.onRead(read);
            if (crossing != null) {
                crossings.add(crossing);
            }
        }
        return crossings;
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = SignsObserverTest.class.getResourceAsStream(name + ".weights")) {
            return in.readAllBytes();
        }
    }

    private static List<TagObservation> aWalkOut() {
        return new RadioModel(3, 200, 100_000, 1.0).observe(List.of(tag(CARRIED, walking(-3, 1))), 12, new Random(1));
    }
}
