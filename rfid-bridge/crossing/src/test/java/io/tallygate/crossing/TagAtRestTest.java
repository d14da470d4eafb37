package io.tallygate.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Most tags at a gate lie there: they must cost little, and be looked at as soon as they do not. */
class TagAtRestTest {
    private static final int READ_EVERY_US = 25_000;
    private static final int LYING = 1;

    private final TreeSet<Long> judgedUs = new TreeSet<>();
    private final CrossingDetector detector = CrossingDetectorFactory.observed(
                    CrossingTuning.standard(), CrossingWeights.builtIn(), new SignsObserver() {
                        @Override
                        public boolean wants(Epc epc, long timeUs) {
                            judgedUs.add(timeUs);
                            return false;
                        }

                        @Override
                        public void seen(Epc epc, long timeUs, Direction direction, float[] signs) {
                            throw new AssertionError("nobody wanted it");
                        }
                    })
            .create(RadioModel.layout());
    private long nowUs;

    @BeforeEach
    void aTagHasLainInsideForAWhile() {
        for (int read = 0; read < 400; read++) {
            read(LYING, lyingDbm(read));
        }
    }

    private static double lyingDbm(int read) {
        return -55 + read % 3 - 1;
    }

    private void read(int antenna, double dbm) {
        nowUs += READ_EVERY_US;
        detector.onRead(TagObservation.of(nowUs, antenna, Passages.CARRIED, dbm));
    }

    @Test
    void shouldJudgeItTwiceASecondHoweverOftenItIsRead() {
        judgedUs.clear();

        for (int read = 0; read < 400; read++) {
            read(LYING, lyingDbm(read));
        }

        assertThat(judgedUs).hasSizeBetween(15, 25);
    }

    /** A read of another strength, or of an antenna that has not heard it before; right after it was judged. */
    @ParameterizedTest
    @CsvSource({"1, -70", "1, -40", "3, -55", "3, -75"})
    void shouldJudgeItAtOnceWhenAReadIsUnlikeTheOthers(int antenna, double dbm) {
        judgedUs.clear();
        for (int read = 0; judgedUs.isEmpty(); read++) {
            read(LYING, lyingDbm(read));
        }

        read(antenna, dbm);

        assertThat(judgedUs).contains(nowUs);
    }
}
