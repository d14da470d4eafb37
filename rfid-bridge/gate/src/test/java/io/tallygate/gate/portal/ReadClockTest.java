package io.tallygate.gate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.llrp.report.ReaderClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadClockTest {
    private static final long SECOND = 1_000_000;
    private static final long NOW = 1_770_000_000L * SECOND;

    private final ReadClock clock = new ReadClock();

    private ReadClock.Seen uptime(long readerUs, long arrivalUs) {
        return clock.align(ReaderClock.UPTIME, readerUs, arrivalUs);
    }

    @Test
    void shouldBringUptimeToOurClockByTheLeastDelay() {
        uptime(10 * SECOND, NOW + 50_000);
        uptime(11 * SECOND, NOW + SECOND + 5_000);

        ReadClock.Seen seen = uptime(12 * SECOND, NOW + 2 * SECOND + 90_000);

        assertThat(seen.epochUs()).isEqualTo(NOW + 2 * SECOND + 5_000);
        assertThat(seen.late()).isFalse();
    }

    @Test
    void shouldCallABacklogLateAndWhatFollowsLive() {
        uptime(10 * SECOND, NOW);

        ReadClock.Seen heldBack = uptime(15 * SECOND, NOW + 60 * SECOND);
        ReadClock.Seen nearEnd = uptime(65 * SECOND, NOW + 60 * SECOND);
        ReadClock.Seen live = uptime(71 * SECOND, NOW + 61 * SECOND);

        assertThat(heldBack.late()).isTrue();
        assertThat(heldBack.epochUs()).isEqualTo(NOW + 5 * SECOND);
        assertThat(nearEnd.late()).isTrue();
        assertThat(live.late()).isFalse();
        assertThat(live.restarted()).isFalse();
    }

    @Test
    void shouldTakeANewSkewWhenTheReaderRestarts() {
        uptime(1_000 * SECOND, NOW);

        boolean restarted = false;
        for (int i = 0; i < 100; i++) {
            restarted |= uptime(i * SECOND / 10, NOW + SECOND + i * SECOND / 10).restarted();
        }

        assertThat(restarted).isTrue();
        assertThat(uptime(20 * SECOND, NOW + 21 * SECOND).late()).isFalse();
    }

    @Test
    void shouldTakeANewSkewAtOnceWhenTheClockIsSetForward() {
        clock.align(ReaderClock.UTC, NOW - 3600 * SECOND, NOW);

        ReadClock.Seen seen = clock.align(ReaderClock.UTC, NOW + SECOND, NOW + SECOND);

        assertThat(seen.restarted()).isTrue();
        assertThat(seen.late()).isFalse();
        assertThat(seen.epochUs()).isEqualTo(NOW + SECOND);
    }

    @ParameterizedTest
    @CsvSource({"UPTIME, 100", "UTC, 1769999000"})
    void shouldTellABacklogFromTheFirstReadOnByTheGreeting(ReaderClock kind, long readerSeconds) {
        assertThat(clock.greeted(kind, readerSeconds * SECOND, NOW)).isFalse();

        ReadClock.Seen heldBack = clock.align(kind, (readerSeconds - 5) * SECOND, NOW + SECOND / 10);
        ReadClock.Seen live = clock.align(kind, (readerSeconds + 1) * SECOND, NOW + SECOND + 20_000);

        assertThat(heldBack.late()).isTrue();
        assertThat(heldBack.epochUs()).isEqualTo(NOW - 5 * SECOND);
        assertThat(live.late()).isFalse();
        assertThat(live.restarted()).isFalse();
    }

    @Test
    void shouldTakeANewSkewAtOnceFromTheGreetingOfAReaderThatRestarted() {
        uptime(1_000 * SECOND, NOW);

        assertThat(clock.greeted(ReaderClock.UPTIME, 20 * SECOND, NOW + 60 * SECOND))
                .isTrue();

        assertThat(uptime(21 * SECOND, NOW + 61 * SECOND).late()).isFalse();
        assertThat(uptime(15 * SECOND, NOW + 61 * SECOND).late()).isTrue();
    }

    /** The network may delay a greeting, but never for longer than the client waits for one. */
    @Test
    void shouldNotLearnFromAGreetingThatWasHeldUp() {
        uptime(1_000 * SECOND, NOW);

        assertThat(clock.greeted(ReaderClock.UPTIME, 1_010 * SECOND, NOW + 15 * SECOND))
                .isFalse();

        assertThat(uptime(1_010 * SECOND, NOW + 15 * SECOND).late()).isTrue();
    }

    @Test
    void shouldGoByTheReadsWhereTheGreetingHasAnotherClock() {
        clock.greeted(ReaderClock.UTC, 0, NOW);

        assertThat(uptime(10 * SECOND, NOW).late()).isFalse();
        assertThat(clock.greeted(ReaderClock.UTC, NOW, NOW)).isFalse();
        assertThat(uptime(11 * SECOND, NOW + SECOND).epochUs()).isEqualTo(NOW + SECOND);
    }

    @Test
    void shouldFollowASlowlyDriftingClock() {
        for (long minute = 0; minute < 600; minute++) {
            long drift = minute * SECOND / 10;
            assertThat(uptime(minute * 60 * SECOND - drift, NOW + minute * 60 * SECOND)
                            .late())
                    .isFalse();
        }
    }

    @Test
    void shouldTakeTheArrivalWithoutAReaderClock() {
        assertThat(clock.align(ReaderClock.NONE, 0, NOW).epochUs()).isEqualTo(NOW);
    }
}
