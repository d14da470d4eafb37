package io.tallygate.gate.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.SightRules;
import io.tallygate.llrp.client.DisconnectReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortalHealthTrackerTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final SteppedClock clock = new SteppedClock(START);
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
    void shouldRememberAnAntennaThatTheReaderCallsLostBeforeItIsReady() {
        tracker.connecting();
        tracker.antenna(3, false);
        tracker.ready();

        assertThat(tracker.sight()).isEqualTo(new PortalSight.Blind(START, "ANTENNA_LOST", "antennas [3]"));
    }

    @Test
    void shouldBelieveTheReadsOfAnAntennaMoreThanWhatIsSaidOfIt() {
        tracker.ready();
        tracker.antenna(3, false);

        tracker.saw(1, 1L << 1, 0);
        assertThat(tracker.sight()).isInstanceOf(PortalSight.Blind.class);
        tracker.saw(1, 1L << 3, 0);

        assertThat(tracker.sight()).isInstanceOf(PortalSight.Watching.class);
    }

    @Test
    void shouldBeBlindWhenReadingStoppedAndIsNotStartedAgainSoon() {
        tracker.ready();
        tracker.reading(false);
        assertThat(tracker.sight()).isEqualTo(new PortalSight.Connecting(START, "READING_STOPPED", ""));

        clock.pass(Duration.ofSeconds(3));
        assertThat(tracker.sight()).isEqualTo(new PortalSight.Blind(START, "READING_STOPPED", ""));

        tracker.reading(true);
        assertThat(tracker.sight()).isInstanceOf(PortalSight.Watching.class);
    }

    @Test
    void shouldBeBlindWithinTenSecondsOfTheReferenceTagsLastRead() {
        PortalHealthTracker watched = watching(new SightRules(new Epc("3034ABCD"), 0));
        clock.pass(Duration.ofSeconds(5));
        watched.saw(1, 1L << 1, 1L << 1);
        Instant seen = clock.instant();
        clock.pass(Duration.ofSeconds(7));
        watched.saw(40, 1L << 1, 0);
        assertThat(watched.sight()).isInstanceOf(PortalSight.Watching.class);

        clock.pass(Duration.ofSeconds(1));

        assertThat(watched.sight())
                .isEqualTo(new PortalSight.Blind(seen, "REFERENCE_TAG_SILENT", "the reference tag is not seen"));
        watched.saw(1, 1L << 1, 1L << 1);
        assertThat(watched.sight()).isInstanceOf(PortalSight.Watching.class);
    }

    @Test
    void shouldBeBlindBelowItsFloorAndSeeAgainAboveIt() {
        PortalHealthTracker watched = watching(new SightRules(null, 60));
        watched.saw(8, 1L << 1, 0);
        clock.pass(Duration.ofSeconds(8));
        assertThat(watched.sight()).isInstanceOf(PortalSight.Watching.class);

        watched.saw(7, 1L << 1, 0);
        clock.pass(Duration.ofSeconds(8));
        assertThat(watched.sight().reason()).isEqualTo("READ_RATE_LOW");

        watched.saw(8, 1L << 1, 0);
        clock.pass(Duration.ofSeconds(8));
        assertThat(watched.sight()).isInstanceOf(PortalSight.Watching.class);
    }

    @Test
    void shouldBeBlindWithinTenSecondsOfTheLastReadHoweverMuchWasReadBefore() {
        PortalHealthTracker watched = watching(new SightRules(null, 60));
        for (int i = 0; i < 25; i++) {
            watched.saw(20, 1L << 1, 0);
            assertThat(watched.sight()).isInstanceOf(PortalSight.Watching.class);
            clock.pass(Duration.ofMillis(500));
        }

        clock.pass(Duration.ofSeconds(7));
        assertThat(watched.sight()).isInstanceOf(PortalSight.Watching.class);
        clock.pass(Duration.ofSeconds(1));

        assertThat(watched.sight().reason()).isEqualTo("READ_RATE_LOW");
    }

    @Test
    void shouldCountALowFloorOverALongerTime() {
        assertThat(new SightRules(null, 6).floorWindow()).isEqualTo(Duration.ofSeconds(80));
        assertThat(new SightRules(null, 600).floorWindow()).isEqualTo(Duration.ofSeconds(8));
    }

    private PortalHealthTracker watching(SightRules rules) {
        PortalHealthTracker made =
                new PortalHealthTracker(new PortalCode("P-101"), Set.of(1, 3), () -> rules, SightRules.LEARNING, clock);
        made.ready();
        return made;
    }

    @Test
    void shouldShowAWarningThatStandsUntilItIsOverAndAnEventForAWhile() {
        PortalWarnings warnings = new PortalWarnings(clock);
        warnings.stands("NO_TID", "no access");
        warnings.happened("READER_FAULT", "x".repeat(1_000));

        assertThat(warnings.all()).extracting(PortalWarning::code).containsExactly("NO_TID", "READER_FAULT");
        assertThat(warnings.all().getLast().detail()).hasSize(300);

        clock.pass(Duration.ofMinutes(6));
        warnings.stands("NO_TID", "no access still");
        assertThat(warnings.all()).containsExactly(new PortalWarning("NO_TID", "no access still", START));

        warnings.over("NO_TID");
        assertThat(warnings.all()).isEmpty();
    }

    @Test
    void shouldNameARejectedRoSpec() {
        tracker.lost(DisconnectReason.SETUP_REJECTED, "ADD_ROSPEC rejected: M_FieldError");

        assertThat(tracker.sight().reason()).isEqualTo("ROSPEC_REJECTED");
    }
}
