package io.tallygate.gate.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.SightRules;
import io.tallygate.llrp.client.DisconnectReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Antennas 1 and 2 look inside, 3 and 4 outside; the reader calls all of them connected. */
class ReferenceSightTest {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LEARNT = SightRules.LEARNING.plus(SECOND);
    private static final String SILENT = "antennas %s no longer hear the reference tag";

    private final SteppedClock clock = new SteppedClock(START);
    private SightRules rules = new SightRules(new Epc("3034ABCD"), 0);
    private final PortalHealthTracker portal = new PortalHealthTracker(
            new PortalCode("P-101"), Set.of(1, 2, 3, 4), () -> rules, SightRules.LEARNING, clock);

    @BeforeEach
    void aReaderThatIsReady() {
        portal.ready();
    }

    @Test
    void shouldBeBlindWithinTenSecondsWithoutTheAntennasOfOneZone() {
        hearFor(LEARNT, 1, 3, 4);
        Instant cut = clock.instant();

        hearFor(Duration.ofSeconds(7), 1);
        assertThat(portal.sight()).isInstanceOf(PortalSight.Watching.class);
        hearFor(SECOND, 1);

        assertThat(portal.sight()).isEqualTo(new PortalSight.Blind(cut, "ANTENNA_LOST", SILENT.formatted("[3, 4]")));
    }

    @Test
    void shouldSeeAgainWhenEverySilentAntennaHearsTheTag() {
        hearFor(LEARNT, 1, 3, 4);
        hearFor(Duration.ofSeconds(20), 1);

        hear(3);
        assertThat(portal.sight().detail()).isEqualTo(SILENT.formatted("[4]"));
        hear(4);

        assertThat(portal.sight()).isEqualTo(new PortalSight.Watching(clock.instant()));
        hearFor(Duration.ofSeconds(9), 1, 3);
        assertThat(portal.sight().detail()).isEqualTo(SILENT.formatted("[4]"));
    }

    @Test
    void shouldStayBlindHoweverRarelyTheOthersHearTheTagMeanwhile() {
        hearFor(LEARNT, 1, 3);
        hearFor(Duration.ofSeconds(9), 1);

        clock.pass(Duration.ofSeconds(6));
        hear(1);

        assertThat(portal.sight().reason()).isEqualTo("ANTENNA_LOST");
    }

    @Test
    void shouldMissAnAntennaWhereTheOthersHearTheTagJustOftenEnough() {
        for (int i = 0; i < 40; i++) {
            hearFor(Duration.ofSeconds(5), 3);
            hear(1, 3);
        }

        for (int i = 0; i < 2; i++) {
            hearFor(Duration.ofMillis(4_900));
            hear(1);
        }

        assertThat(portal.sight().detail()).isEqualTo(SILENT.formatted("[3]"));
    }

    @Test
    void shouldBearWithAPersonWhoStandsBeforeAnAntennaForSeconds() {
        hearFor(LEARNT, 1, 3);

        hearFor(Duration.ofSeconds(7), 1);
        hearFor(SECOND, 1, 3);
        hearFor(Duration.ofSeconds(7), 1);

        assertThat(portal.sight()).isEqualTo(new PortalSight.Watching(START));
    }

    @Test
    void shouldNotRelyUponAnAntennaThatHasNotHeardTheTagForLongEnough() {
        hearFor(SightRules.LEARNING.minus(SECOND), 1, 3);

        hearFor(Duration.ofMinutes(1), 1);

        assertThat(portal.sight()).isEqualTo(new PortalSight.Watching(START));
    }

    @Test
    void shouldNotRelyUponAnAntennaThatHearsTheTagNowAndThen() {
        for (int i = 0; i < 100; i++) {
            hearFor(Duration.ofSeconds(3), 1);
            hearFor(SECOND, 1, 3);
        }

        hearFor(Duration.ofMinutes(1), 1);

        assertThat(portal.sight()).isEqualTo(new PortalSight.Watching(START));
    }

    @Test
    void shouldCallTheTagSilentWhenNoAntennaHearsIt() {
        hearFor(LEARNT, 1, 3);
        hear(1);
        Instant last = clock.instant();

        for (int i = 0; i < 8; i++) {
            assertThat(portal.sight()).isInstanceOf(PortalSight.Watching.class);
            clock.pass(SECOND);
            portal.saw(40, 1L << 1 | 1L << 3, 0);
        }

        assertThat(portal.sight())
                .isEqualTo(new PortalSight.Blind(last, "REFERENCE_TAG_SILENT", "the reference tag is not seen"));
    }

    @Test
    void shouldGiveEveryAntennaItsTimeWhenTheTagIsBack() {
        hearFor(LEARNT, 1, 3);
        clock.pass(Duration.ofMinutes(1));
        assertThat(portal.sight().reason()).isEqualTo("REFERENCE_TAG_SILENT");

        hearFor(Duration.ofSeconds(8), 1);
        assertThat(portal.sight()).isInstanceOf(PortalSight.Watching.class);
        hearFor(SECOND, 1);

        assertThat(portal.sight().detail()).isEqualTo(SILENT.formatted("[3]"));
    }

    @Test
    void shouldRememberOverAReconnectWhichAntennasHeardTheTag() {
        hearFor(LEARNT, 1, 3);
        portal.lost(DisconnectReason.IO_ERROR, "reset");
        clock.pass(Duration.ofMinutes(1));
        portal.connecting();
        portal.ready();
        Instant ready = clock.instant();

        hearFor(Duration.ofSeconds(7), 1);
        assertThat(portal.sight()).isEqualTo(new PortalSight.Watching(ready));
        hearFor(SECOND, 1);

        // Its silence is of before, the blindness of now: the one before is over.
        assertThat(portal.sight()).isEqualTo(new PortalSight.Blind(ready, "ANTENNA_LOST", SILENT.formatted("[3]")));
    }

    @Test
    void shouldLearnAnotherTagFromNothing() {
        hearFor(LEARNT, 1, 3);
        hearFor(Duration.ofSeconds(9), 1);
        assertThat(portal.sight()).isInstanceOf(PortalSight.Blind.class);

        rules = new SightRules(new Epc("3034ABCE"), 0);
        hearFor(Duration.ofMinutes(1), 1);

        assertThat(portal.sight()).isInstanceOf(PortalSight.Watching.class);
        hearFor(LEARNT, 1, 2);
        hearFor(Duration.ofSeconds(8), 1);
        assertThat(portal.sight().detail()).isEqualTo(SILENT.formatted("[2]"));
    }

    @Test
    void shouldLearnAnewWithOtherAntennasOrAnotherPower() {
        hearFor(LEARNT, 1, 3);
        hearFor(Duration.ofSeconds(9), 1);
        assertThat(portal.sight().detail()).isEqualTo(SILENT.formatted("[3]"));

        portal.watchedWith(Set.of(1, 2));
        assertThat(portal.sight()).isInstanceOf(PortalSight.Watching.class);
        hearFor(LEARNT, 1, 2, 3);
        hearFor(Duration.ofSeconds(9), 1);

        assertThat(portal.sight().detail()).isEqualTo(SILENT.formatted("[2]"));
    }

    @Test
    void shouldWatchAPortalWhoseReferenceTagIsTakenOutOfItsSettings() {
        hearFor(LEARNT, 1, 3);
        hearFor(Duration.ofSeconds(9), 1);

        rules = SightRules.NONE;

        assertThat(portal.sight()).isInstanceOf(PortalSight.Watching.class);
    }

    @Test
    void shouldTellWhatTheReaderSaysFromWhatIsHeard() {
        hearFor(LEARNT, 1, 3, 4);
        portal.antenna(3, false);
        Instant told = clock.instant();

        hearFor(Duration.ofSeconds(9), 1);

        assertThat(portal.sight())
                .isEqualTo(new PortalSight.Blind(told, "ANTENNA_LOST", "antennas [3], " + SILENT.formatted("[4]")));
        // The reader finds it there again, yet nothing comes from it: the same blindness goes on.
        portal.antenna(3, true);
        assertThat(portal.sight()).isEqualTo(new PortalSight.Blind(told, "ANTENNA_LOST", SILENT.formatted("[3, 4]")));
    }

    /** Ten reports a second at these antennas, looked at after each. */
    private void hearFor(Duration time, int... antennas) {
        for (long ms = 0; ms < time.toMillis(); ms += 100) {
            clock.pass(Duration.ofMillis(100));
            hear(antennas);
            portal.sight();
        }
    }

    private void hear(int... antennas) {
        long mask = 0;
        for (int antenna : antennas) {
            mask |= 1L << antenna;
        }
        portal.saw(antennas.length, mask, mask);
    }
}
