package io.tallygate.crossing;

import static io.tallygate.crossing.Passages.CARRIED;
import static io.tallygate.crossing.Passages.detect;
import static io.tallygate.crossing.Passages.tag;
import static io.tallygate.crossing.Passages.walking;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A reader that tells phases tells a tag at rest from one whose strengths only look as if it went. */
class PhaseRestTest {
    private static final double NOISE_DEG = 5;
    private static final int CHANNELS = 4;
    private static final long HOP_US = 400_000;

    private final Random random = new Random(17);
    private final List<TagObservation> strengths =
            new RadioModel(3, 200, 100_000, 1.0).observe(List.of(tag(CARRIED, walking(-3, 1))), 8, new Random(11));

    /** The frequency hops, each turns the phase by something else, and half of all phases are told half a turn off. */
    private List<TagObservation> withPhases(ToDoubleFunction<TagObservation> degrees) {
        return strengths.stream()
                .map(read -> {
                    int channel = (int) (1 + read.timeUs() / HOP_US % CHANNELS);
                    double told = degrees.applyAsDouble(read)
                            + 77 * channel
                            + 180 * random.nextInt(2)
                            + NOISE_DEG * random.nextGaussian();
                    return new TagObservation(
                            read.timeUs(),
                            read.antenna(),
                            read.epc(),
                            read.rssiDbm(),
                            (told % 360 + 360) % 360,
                            Double.NaN,
                            channel);
                })
                .toList();
    }

    @Test
    void shouldNotCrossATagWhosePhasesComeAgain() {
        assertThat(detect(strengths)).hasSize(1);

        assertThat(detect(withPhases(read -> 30.0 * read.antenna()))).isEmpty();
    }

    @Test
    void shouldCrossACarriedTagAsSoonAsWithoutPhases() {
        double metresPerSecond = 1;
        double wavelengthM = 0.327;

        List<Crossing> crossings = detect(withPhases(
                read -> 360 * 2 * metresPerSecond * read.timeUs() / 1e6 / wavelengthM + 30 * read.antenna()));

        assertThat(crossings).hasSize(1);
        assertThat(crossings.getFirst().decidedAtUs())
                .isEqualTo(detect(strengths).getFirst().decidedAtUs());
    }
}
