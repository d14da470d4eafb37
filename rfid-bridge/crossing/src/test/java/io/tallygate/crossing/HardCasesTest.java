package io.tallygate.crossing;

import static io.tallygate.crossing.Passages.CARRIED;
import static io.tallygate.crossing.Passages.detect;
import static io.tallygate.crossing.Passages.tag;
import static io.tallygate.crossing.Passages.walking;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases that make gates cry wolf or sleep. */
class HardCasesTest {
    private static final RadioModel RADIO = new RadioModel(3, 200, 100_000, 1.0);

    /** A tag at rest, read by each antenna in turn at the strength given for it, with noise. */
    private static List<TagObservation> atRest(
            double insideDbm, double outsideDbm, double noiseDb, int reads, long seed) {
        Random noise = new Random(seed);
        List<TagObservation> all = new ArrayList<>();
        for (int i = 0; i < reads; i++) {
            int antenna = 1 + i / 3 % 4;
            double dbm = (antenna <= 2 ? insideDbm : outsideDbm) + noiseDb * noise.nextGaussian();
            all.add(TagObservation.of(i * 30_000L, antenna, CARRIED, Math.rint(dbm)));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"-58, -62, 3", "-56, -66, 6", "-55, -70, 6", "-72, -55, 6"})
    void shouldNeverCrossATagThatLiesNearTheLine(double insideDbm, double outsideDbm, double noiseDb) {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(detect(atRest(insideDbm, outsideDbm, noiseDb, 2000, seed)))
                    .isEmpty();
        }
    }

    @Test
    void shouldNotCrossATagOutsideThatMultipathLetsAnInsideAntennaReadNowAndThen() {
        Random now = new Random(4);
        List<TagObservation> reads = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            boolean stray = now.nextInt(40) == 0;
            double dbm = (stray ? -68 : -55) + 2 * now.nextGaussian();
            reads.add(TagObservation.of(i * 25_000L, stray ? 1 : 3, CARRIED, dbm));
        }

        assertThat(detect(reads)).isEmpty();
    }

    @Test
    void shouldNotCrossATagInACabinetWhenSomebodyStandsBeforeIt() {
        for (long seed = 0; seed < 20; seed++) {
            List<TagObservation> reads = atRest(-56, -68, 1.5, 800, seed).stream()
                    .map(read -> read.antenna() <= 2 && read.timeUs() / 500_000 % 12 == 7
                            ? TagObservation.of(read.timeUs(), read.antenna(), CARRIED, read.rssiDbm() - 8)
                            : read)
                    .toList();

            assertThat(detect(reads)).isEmpty();
        }
    }

    @Test
    void shouldSeeARunnerWhoIsFirstReadHalfAMetreBeforeTheLine() {
        int seen = 0;
        for (long seed = 0; seed < 50; seed++) {
            double atLine = 2;
            List<TagObservation> reads =
                    RADIO.observe(List.of(tag(CARRIED, walking(-3, 3))), 4, new Random(seed)).stream()
                            .filter(read -> read.timeUs() / 1e6 > atLine - 0.5 / 3)
                            .toList();

            seen += detect(reads).stream().anyMatch(it -> it.direction() == Direction.OUT) ? 1 : 0;
        }
        assertThat(seen).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0, 2.0})
    void shouldSeeACarrierThroughAReaderThatComesBackToAnAntennaAfter800Ms(double speed) {
        RadioModel slow = new RadioModel(2, 200, 200_000, 1.0);
        int seen = 0;
        for (long seed = 0; seed < 50; seed++) {
            List<Crossing> crossings =
                    detect(slow.observe(List.of(tag(CARRIED, walking(-3, speed))), 3 + 6 / speed, new Random(seed)));
            seen += crossings.size() == 1 && crossings.getFirst().direction() == Direction.OUT ? 1 : 0;
        }
        assertThat(seen).isGreaterThanOrEqualTo(48);
    }

    @Test
    void shouldForgetATagThatTheClockJumpsOver() {
        List<TagObservation> reads = new ArrayList<>(atRest(-50, -70, 1, 100, 1));
        atRest(-70, -50, 1, 100, 2)
                .forEach(read -> reads.add(
                        TagObservation.of(read.timeUs() + 3_600_000_000L, read.antenna(), read.epc(), read.rssiDbm())));

        assertThat(detect(reads)).isEmpty();
    }

    @Test
    void shouldDecideTheSameEveryTime() {
        List<TagObservation> reads = RADIO.observe(List.of(tag(CARRIED, walking(-3, 1))), 8, new Random(11));

        assertThat(detect(reads)).isEqualTo(detect(reads)).hasSize(1);
    }

    @Test
    void shouldKeepTheNumbersItRestsOn() {
        Crossing crossing = detect(RADIO.observe(List.of(tag(CARRIED, walking(-3, 1))), 8, new Random(11)))
                .getFirst();

        assertThat(crossing.figures().keySet())
                .containsExactly(
                        "probability",
                        "own_probability",
                        "position_m",
                        "walking",
                        "inside_dbm",
                        "outside_dbm",
                        "swing_db",
                        "plain_air",
                        "noise_db");
        assertThat(crossing.figures().get("noise_db")).isBetween(1.5, 5.0);
        assertThat(crossing.figures().values())
                .allSatisfy(value -> assertThat(value).isFinite());
    }

    @Test
    void shouldTakeHundredsOfThousandsOfReadsOfTagsThatLieStill() {
        List<RadioModel.Mover> lying = Passages.lyingNearTheGate(100, new Random(2));

        assertThat(detect(new RadioModel(2, 1000, 50_000, 1.0).observe(lying, 250, new Random(3))))
                .isEmpty();
    }
}
