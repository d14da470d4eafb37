package io.tallygate.gate.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.llrp.client.DisconnectReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortalHealthTrackerTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final SteppedClock clock = new SteppedClock();
    private final PortalHealthTracker tracker = new PortalHealthTracker(new PortalCode("P-101"), Set.of(1, 3), clock);

    @Test
    void shouldWatchOnceTheReaderIsReady() {
        assertThat(tracker.sight()).isInstanceOf(PortalSight.Connecting.class);

        tracker.connecting();
        tracker.ready();

        assertThat(tracker.sight()).isEqualTo(new PortalSight.Watching(START));
    }

    @Test
    void shouldBeBlindWithinSecondsOfALostReaderWhateverIsTriedMeanwhile() {
        tracker.ready();
        tracker.lost(DisconnectReason.IO_ERROR, "reset");
        assertThat(tracker.sight()).isEqualTo(new PortalSight.Connecting(START, "CONNECTION_LOST", "reset"));

        clock.pass(Duration.ofSeconds(2));
        tracker.connecting();
        tracker.lost(DisconnectReason.CONNECT_FAILED, "refused");
        clock.pass(Duration.ofSeconds(2));

        assertThat(tracker.sight()).isEqualTo(new PortalSight.Blind(START, "CONNECTION_REFUSED", "refused"));
    }

    @Test
    void shouldStayBlindUntilReady() {
        clock.pass(Duration.ofSeconds(9));
        assertThat(tracker.sight()).isInstanceOf(PortalSight.Blind.class);

        tracker.connecting();
        assertThat(tracker.sight()).isInstanceOf(PortalSight.Blind.class);
        tracker.ready();
        assertThat(tracker.sight()).isInstanceOf(PortalSight.Watching.class);
    }

    @Test
    void shouldBeBlindWithoutOneOfItsAntennas() {
        tracker.ready();
        tracker.antenna(4, false);
        assertThat(tracker.sight()).isInstanceOf(PortalSight.Watching.class);

        tracker.antenna(3, false);
        assertThat(tracker.sight()).isEqualTo(new PortalSight.Blind(START, "ANTENNA_LOST", "antennas [3]"));

        tracker.antenna(3, true);
        assertThat(tracker.sight()).isInstanceOf(PortalSight.Watching.class);
    }

    @Test
    void shouldNameARejectedRoSpec() {
        tracker.lost(DisconnectReason.SETUP_REJECTED, "ADD_ROSPEC rejected: M_FieldError");

        assertThat(tracker.sight().reason()).isEqualTo("ROSPEC_REJECTED");
    }

    private static final class SteppedClock extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
