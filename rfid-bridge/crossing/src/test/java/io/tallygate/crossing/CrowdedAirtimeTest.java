package io.tallygate.crossing;

import static io.tallygate.crossing.Passages.CARRIED;
import static io.tallygate.crossing.Passages.detect;
import static io.tallygate.crossing.Passages.lyingNearTheGate;
import static io.tallygate.crossing.Passages.tag;
import static io.tallygate.crossing.Passages.walking;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrowdedAirtimeTest {
    private static final int TRIALS = 100;

    private int rightCrossings;
    private int falseCrossings;

    private void passACrowd(RadioModel radio, int lying) {
        for (int trial = 0; trial < TRIALS; trial++) {
            Random random = new Random(trial);
            List<RadioModel.Mover> tags = new ArrayList<>(lyingNearTheGate(lying, random));
            tags.add(tag(CARRIED, walking(-3, 0.5 + random.nextDouble())));
            for (Crossing crossing : detect(radio.observe(tags, 10, random))) {
                boolean right = crossing.epc().equals(CARRIED) && crossing.direction() == Direction.OUT;
                rightCrossings += right ? 1 : 0;
                falseCrossings += right ? 0 : 1;
            }
        }
    }

    @Test
    void shouldFindTheCarriedTagAmongTagsThatLieNearTheGate() {
        passACrowd(new RadioModel(3, 300, 100_000, 1.0), 10);

        assertThat(rightCrossings).isGreaterThanOrEqualTo(99);
        assertThat(falseCrossings).isLessThanOrEqualTo(3);
    }

    @Test
    void shouldStillFindMostWhenTheCarriedTagGetsAHandfulOfReads() {
        passACrowd(new RadioModel(3, 200, 100_000, 1.0), 30);

        assertThat(rightCrossings).isGreaterThanOrEqualTo(85);
        assertThat(falseCrossings).isLessThanOrEqualTo(TRIALS * 30 / 50);
    }

    /** With every tag read once a round, no two reads of one come from the same place, unless it rests. */
    @Test
    void shouldLearnFromTagsAtRestHowNoisyReadsAre() {
        double noiseDb = 5;
        Random random = new Random(3);
        List<TagObservation> reads = new ArrayList<>();
        for (int round = 0; round < 120; round++) {
            int antenna = round % 2 == 0 ? 1 : 3;
            for (int tag = 0; tag < 40; tag++) {
                boolean carried = tag == 7;
                double outDb = carried ? Math.clamp(4.0 * (round - 90), -15, 15) : -15;
                double dbm = -60 + (antenna == 3 ? outDb : -outDb) + noiseDb * random.nextGaussian();
                Epc epc = carried ? CARRIED : new Epc(String.format("%024X", tag));
                reads.add(TagObservation.of(round * 120_000L + tag * 3_000L, antenna, epc, dbm));
            }
        }

        List<Crossing> crossings = detect(reads);

        assertThat(crossings).hasSize(1);
        assertThat(crossings.getFirst().figures().get("noise_db")).isBetween(0.7 * noiseDb, 1.3 * noiseDb);
    }

    @Test
    void shouldBoundWhatItRemembers() {
        CrossingDetector detector = CrossingDetectorFactory.standard().create(RadioModel.layout());
        for (int i = 0; i < 20_000; i++) {
            detector.onRead(TagObservation.of(i, 1, new Epc(String.format("%024X", i)), -60));
        }
        assertThat(detector.trackedTags()).isLessThanOrEqualTo(4096);

        for (int i = 0; i < 4096; i++) {
            detector.onRead(TagObservation.of(60_000_000 + i, 1, CARRIED, -60));
        }
        assertThat(detector.trackedTags()).isEqualTo(1);

        detector.reset();
        assertThat(detector.trackedTags()).isZero();
    }
}
