package io.tallygate.crossing;

import static io.tallygate.crossing.Passages.CARRIED;
import static io.tallygate.crossing.Passages.detect;
import static io.tallygate.crossing.Passages.tag;
import static io.tallygate.crossing.Passages.turningBack;
import static io.tallygate.crossing.Passages.walking;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingDetectorTest {
    private static final RadioModel RADIO = new RadioModel(3, 200, 100_000, 1.0);

    private static List<TagObservation> reads(DoubleUnaryOperator position, long seed) {
        return RADIO.observe(List.of(tag(CARRIED, position)), 12, new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0, 1.7, 3.0})
    void shouldSeeACarrierGoOutWhileItIsAtTheLine(double speed) {
        double atLine = 1 + 3 / speed;
        int inTime = 0;
        for (long seed = 0; seed < 50; seed++) {
            Crossing crossing = only(detect(reads(walking(-3, speed), seed)));
            assertThat(crossing.direction()).isEqualTo(Direction.OUT);
            assertThat(crossing.confidence()).isBetween(0.5, 1.0);
            assertThat(crossing.ruleVersion()).isEqualTo("line-filter/6");
            double late = crossing.decidedAtUs() / 1e6 - atLine;
            assertThat(late).isBetween(-0.6, 1.1);
            inTime += late <= 0.5 ? 1 : 0;
        }
        // Half a metre a second leaves a quarter of a metre to be sure in.
        assertThat(inTime).isGreaterThanOrEqualTo(speed < 1 ? 42 : 49);
    }

    private static Crossing only(List<Crossing> crossings) {
        assertThat(crossings).hasSize(1);
        return crossings.getFirst();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0, 3.0})
    void shouldSeeACarrierComeIn(double speed) {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(detect(reads(walking(3, speed), seed)))
                    .extracting(Crossing::direction)
                    .containsExactly(Direction.IN);
        }
    }

    @Test
    void shouldNotCallATurnBeforeTheLineACrossing() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(detect(reads(turningBack(-3, 1, 0.5), seed))).isEmpty();
        }
    }

    @Test
    void shouldTellOutAndBackInApart() {
        List<TagObservation> out = reads(walking(-3, 1), 5);
        List<TagObservation> in = reads(walking(3, 1), 6).stream()
                .map(read -> TagObservation.of(read.timeUs() + 20_000_000, read.antenna(), read.epc(), read.rssiDbm()))
                .toList();
        List<TagObservation> both = new ArrayList<>(out);
        both.addAll(in);

        assertThat(detect(both)).extracting(Crossing::direction).containsExactly(Direction.OUT, Direction.IN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldNeverCrossATagThatOneZoneAloneSees(int antenna) {
        List<TagObservation> reads = new ArrayList<>();
        Random noise = new Random(1);
        for (int i = 0; i < 2000; i++) {
            reads.add(TagObservation.of(i * 10_000L, antenna, CARRIED, -55 + 6 * noise.nextGaussian()));
        }

        assertThat(detect(reads)).isEmpty();
    }

    @Test
    void shouldGiveOneCrossingWhenEveryReportComesTwice() {
        List<TagObservation> twice = new ArrayList<>();
        List<TagObservation> once = reads(walking(-3, 1), 3);
        for (int i = 0; i < once.size(); i += 10) {
            List<TagObservation> report = once.subList(i, Math.min(i + 10, once.size()));
            twice.addAll(report);
            twice.addAll(report);
        }

        assertThat(detect(twice)).hasSize(1);
        assertThat(detect(twice).getFirst().evidence()).doesNotHaveDuplicates();
    }

    @Test
    void shouldGiveNoSecondCrossingWhenTheWholePassComesAgain() {
        List<TagObservation> again = new ArrayList<>(reads(walking(-3, 1), 3));
        again.addAll(List.copyOf(again));

        assertThat(detect(again)).hasSize(1);
    }

    @Test
    void shouldTakeReadsOutOfTimeOrder() {
        for (long seed = 0; seed < 50; seed++) {
            List<TagObservation> shuffled = new ArrayList<>(reads(walking(-3, 1), seed));
            for (int i = 0; i + 8 < shuffled.size(); i += 8) {
                Collections.shuffle(shuffled.subList(i, i + 8), new Random(seed));
            }

            assertThat(detect(shuffled)).extracting(Crossing::direction).containsExactly(Direction.OUT);
        }
    }

    @Test
    void shouldRestOnReadsOfBothZonesInTimeOrder() {
        Crossing crossing = detect(reads(walking(-3, 1), 9)).getFirst();

        assertThat(crossing.evidence()).hasSizeLessThanOrEqualTo(16);
        assertThat(crossing.evidence()).extracting(TagObservation::timeUs).isSorted();
        assertThat(crossing.evidence())
                .extracting(read -> RadioModel.layout().zoneOf(read.antenna()))
                .contains(Zone.INSIDE, Zone.OUTSIDE);
    }

    @Test
    void shouldMakeDoWithEightReadsASecond() {
        RadioModel seldom = new RadioModel(2, 8, 100_000, 1.0);
        int seen = 0;
        for (long seed = 0; seed < 50; seed++) {
            List<Crossing> crossings =
                    detect(seldom.observe(List.of(tag(CARRIED, walking(-3, 1))), 8, new Random(seed)));
            seen += crossings.size() == 1 && crossings.getFirst().direction() == Direction.OUT ? 1 : 0;
        }
        assertThat(seen).isGreaterThanOrEqualTo(45);
    }

    @Test
    void shouldIgnoreAntennasThatAreNotThePortals() {
        assertThat(detect(List.of(TagObservation.of(1, 9, CARRIED, -50)))).isEmpty();
    }
}
