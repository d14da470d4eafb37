package io.tallygate.commons.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HearingTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** {@link System#nanoTime()} may be negative, and run over. */
    private static final long START = Long.MAX_VALUE - 20 * SECOND;

    private final Hearing hearing = new Hearing(Duration.ofSeconds(7), Duration.ofSeconds(30));

    private void wholeFrom(long first, long last) {
        for (long second = first; second <= last; second++) {
            hearing.whole(START + second * SECOND, START + second * SECOND);
        }
    }

    private void heardAt(long second) {
        hearing.heard("P-101", START + second * SECOND);
    }

    @Test
    void shouldBeSilentWhenNothingCameForTheWholePatience() {
        wholeFrom(0, 40);
        heardAt(40);
        wholeFrom(41, 46);
        assertThat(hearing.isSilent("P-101")).isFalse();
        assertThat(hearing.isAlive("P-101")).isTrue();

        wholeFrom(47, 47);

        assertThat(hearing.isSilent("P-101")).isTrue();
        assertThat(hearing.isAlive("P-101")).isFalse();
        heardAt(48);
        assertThat(hearing.isSilent("P-101")).isFalse();
    }

    @Test
    void shouldCountNoTimeInWhichTheTopicWasNotHeard() {
        wholeFrom(0, 40);
        heardAt(40);

        // Nothing proves that it was heard between 42 and 60.
        wholeFrom(41, 42);
        wholeFrom(60, 66);
        assertThat(hearing.isSilent("P-101")).isFalse();

        wholeFrom(67, 67);
        assertThat(hearing.isSilent("P-101")).isTrue();
    }

    @Test
    void shouldTakeNobodyForAliveBecauseTheCountBeginsAnew() {
        wholeFrom(0, 40);
        heardAt(40);
        wholeFrom(41, 47);
        assertThat(hearing.isSilent("P-101")).isTrue();

        wholeFrom(60, 61);

        assertThat(hearing.isSilent("P-101")).isFalse();
        assertThat(hearing.isAlive("P-101")).isFalse();
        heardAt(62);
        assertThat(hearing.isAlive("P-101")).isTrue();
    }

    @Test
    void shouldGiveThePatienceToWhoeverIsExpectedFromNowOn() {
        wholeFrom(0, 40);
        hearing.expect("P-101", START + 40 * SECOND);
        wholeFrom(41, 46);
        assertThat(hearing.isSilent("P-101")).isFalse();

        wholeFrom(47, 47);
        assertThat(hearing.isSilent("P-101")).isTrue();
    }

    @Test
    void shouldKeepQuietAboutSilenceWhileTheTopicIsNotHeard() {
        wholeFrom(0, 40);
        heardAt(40);
        wholeFrom(41, 46);

        assertThat(hearing.isSilent("P-101")).isFalse();
        assertThat(hearing.isSilent("P-102")).isTrue();
    }

    @Test
    void shouldGiveMoreTimeAtTheStart() {
        wholeFrom(0, 29);
        assertThat(hearing.isSilent("P-101")).isFalse();

        wholeFrom(30, 30);
        assertThat(hearing.isSilent("P-101")).isTrue();
    }

    @Test
    void shouldGiveTheTimeOfTheStartInFullAfterAGapInIt() {
        wholeFrom(0, 5);
        wholeFrom(15, 29);
        assertThat(hearing.isSilent("P-101")).isFalse();

        wholeFrom(30, 30);
        assertThat(hearing.isSilent("P-101")).isTrue();
    }

    @Test
    void shouldTakeNothingThatWasThereBeforeForASignOfLife() {
        // Asked at 0 where the end is, read up to there until 2.
        heardAt(1);
        hearing.whole(START, START + 2 * SECOND);
        wholeFrom(3, 3);
        assertThat(hearing.isAlive("P-101")).isFalse();

        heardAt(4);
        assertThat(hearing.isAlive("P-101")).isTrue();
        hearing.forget("P-101");
        assertThat(hearing.isAlive("P-101")).isFalse();
    }
}
