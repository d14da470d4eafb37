package io.tallygate.gate.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.llrp.report.ReaderClock;
import org.junit.jupiter.api.Test;

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
