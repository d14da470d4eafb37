package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.Zone;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {

    private static final String LAPTOP = "3034257BF400B7800004CB2F";
    private static final PortalLayout PORTAL =
            new PortalLayout("P-101", Map.of(1, Zone.INSIDE, 2, Zone.INSIDE, 3, Zone.OUTSIDE, 4, Zone.OUTSIDE));

    private static List<Crossing> crossings(Passage passage) {
        CrossingDetector detector = CrossingDetectorFactory.standard().create(PORTAL);
        return passage.reads().stream()
                .map(timed -> TagObservation.of(
                        timed.offsetMicros(),
                        timed.read().antenna(),
                        new Epc(LAPTOP),
                        Math.round(timed.read().rssiDbm())))
                .map(detector::onRead)
                .filter(Objects::nonNull)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"OUT, 0.5", "OUT, 1.2", "OUT, 3.0", "IN, 0.5", "IN, 1.2", "IN, 3.0"})
    void shouldBeOneCrossingInItsDirection(Direction direction, double speed) {
        for (int seed = 0; seed < 200; seed++) {
            List<Crossing> crossings = crossings(new Passage(LAPTOP, null, direction, speed, seed));

            assertThat(crossings).as("seed " + seed).hasSize(1);
            assertThat(crossings.getFirst().direction().name()).isEqualTo(direction.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"OUT, 1, 3", "IN, 3, 1"})
    void shouldRiseAndFallAtTheNearAntennasBeforeTheFar(Direction direction, int near, int far) {
        List<Passage.TimedRead> reads = new Passage(LAPTOP, null, direction, 1.2, 1).reads();

        assertThat(strongest(reads, near).offsetMicros())
                .isLessThan(strongest(reads, far).offsetMicros());
        assertThat(reads.getLast().offsetMicros()).isBetween(1_200_000L, 2_000_000L);
        assertThat(reads).hasSizeGreaterThan(50);
    }

    private static Passage.TimedRead strongest(List<Passage.TimedRead> reads, int antenna) {
        return reads.stream()
                .filter(it -> it.read().antenna() == antenna)
                .max((a, b) -> Double.compare(a.read().rssiDbm(), b.read().rssiDbm()))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.4, 3034257BF400B7800004CB2F", "3.1, 3034257BF400B7800004CB2F", "NaN, 30", "1.2, 303", "1.2, xyz1"})
    void shouldRefuseWhatNobodyCarries(double speed, String epc) {
        assertThatThrownBy(() -> new Passage(epc, null, Direction.OUT, speed, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
