package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalWarning;
import io.tallygate.simulator.GpoBank;
import io.tallygate.simulator.ReaderProfile;
import io.tallygate.simulator.SimulatedReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A horn on output 1 whose own contact drives an input, or does not: over LLRP, as the portal's health tells of it. */
class HornFeedbackTest extends FieldScenario {

    private static final int HORN = 1;
    private static final int CONTACT = 2;
    private static final String SILENT = "HORN_SILENT";
    private static final String OUTPUT = "ALARM_OUTPUT_FAULT";
    private static final String FAULT = "HORN_FEEDBACK_FAULT";

    private static UnaryOperator<Portal.Builder> heardAt(int input, int alarmSeconds) {
        return portal -> portal.setHornFeedbackGpi(input).setAlarmSeconds(alarmSeconds);
    }

    private GateWorld aGateWithAContact(int alarmSeconds) throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        reader.faults().contact(HORN, CONTACT);
        GateWorld gate = aGate(reader, heardAt(CONTACT, alarmSeconds));
        gate.awaitWatching();
        return gate;
    }

    private void sounds(GateWorld gate) {
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(HORN));
    }

    /** Waits until the health tells of a moment well after the latest write, when any silence would have been noticed. */
    private void awaitJudged(GateWorld gate) {
        until(() -> health(gate).getReportedAtUs()
                > gate.reader.gpo().history().getLast().epochMicros() + 2_000_000);
    }

    private void awaitNo(GateWorld gate, String code) {
        until(() -> health(gate).getWarningsList().stream()
                .noneMatch(it -> it.getCode().equals(code)));
    }

    @Test
    void shouldFindNothingWrongWithAHornThatIsHeard() throws Exception {
        GateWorld gate = aGateWithAContact(600);

        sounds(gate);

        awaitJudged(gate);
        assertThat(gate.healths(ledger)).allMatch(it -> it.getWarningsList().isEmpty());
        assertThat(health(gate).getAlarmOn()).isTrue();
    }

    @Test
    void shouldTellOfAHornThatIsSwitchedAndNotHeardUntilItIs() throws Exception {
        GateWorld gate = aGateWithAContact(2);
        gate.reader.faults().contact(HORN, 0);

        sounds(gate);

        assertThat(warning(gate, SILENT)).contains("input 2 has not gone high within 1000 ms");
        until(() -> !gate.reader.gpo(HORN));
        awaitJudged(gate);
        assertThat(health(gate).getWarningsList())
                .extracting(PortalWarning::getCode)
                .containsExactly(SILENT);

        gate.reader.faults().contact(HORN, CONTACT);
        sounds(gate);
        awaitNo(gate, SILENT);
    }

    @Test
    void shouldRememberOverARestartThatTheHornWasSilent() throws Exception {
        GateWorld gate = aGateWithAContact(2);
        gate.reader.faults().contact(HORN, 0);
        sounds(gate);
        warning(gate, SILENT);
        PortalWarning before = health(gate).getWarnings(0);

        gate.restart();
        gate.awaitWatching();
        awaitHealthOf(gate, Instant.now());

        assertThat(health(gate).getWarningsList()).containsExactly(before);
        gate.reader.faults().contact(HORN, CONTACT);
        sounds(gate);
        awaitNo(gate, SILENT);
        gate.restart();
        gate.awaitWatching();
        awaitHealthOf(gate, Instant.now());
        assertThat(health(gate).getWarningsList()).isEmpty();
    }

    /** An output that is off and stays off looks well while nothing is wanted of it. */
    @Test
    void shouldNotTakeAnOutputForMendedBecauseTheAlarmIsOver() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), portal -> portal.setAlarmSeconds(2));
        gate.awaitWatching();
        gate.reader.faults().stickOutput(HORN);
        gate.reader.pass(leaving()).join();
        assertThat(warning(gate, OUTPUT)).contains("off after being switched");
        until(() -> !health(gate).getAlarmOn());

        awaitJudged(gate);
        assertThat(health(gate).getWarningsList())
                .extracting(PortalWarning::getCode)
                .containsExactly(OUTPUT);
        gate.restart();
        gate.awaitWatching();
        awaitHealthOf(gate, Instant.now());
        assertThat(health(gate).getWarningsList())
                .extracting(PortalWarning::getCode)
                .containsExactly(OUTPUT);

        gate.reader.faults().stickOutput(0);
        sounds(gate);
        awaitNo(gate, OUTPUT);
    }

    /** Waits until what was known at that moment is told. */
    private void awaitHealthOf(GateWorld gate, Instant moment) {
        until(() -> health(gate).getReportedAtUs() > ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    }

    @Test
    void shouldTakeBackTheSilenceOfAHornThatIsSlow() throws Exception {
        GateWorld gate = aGateWithAContact(600);
        gate.reader.faults().contact(HORN, 0);
        sounds(gate);
        warning(gate, SILENT);

        gate.reader.faults().contact(HORN, CONTACT);

        awaitNo(gate, SILENT);
        assertThat(health(gate).getAlarmOn()).isTrue();
    }

    /** The shortest alarm there is. */
    @Test
    void shouldJudgeAnAlarmOfOneSecondToo() throws Exception {
        GateWorld gate = aGateWithAContact(1);
        gate.reader.faults().contact(HORN, 0);

        gate.reader.pass(leaving()).join();

        assertThat(warning(gate, SILENT)).contains("750 ms");
    }

    @Test
    void shouldListenToTheHornAgainAfterAReboot() throws Exception {
        GateWorld gate = aGateWithAContact(600);
        sounds(gate);

        gate.reader.faults().reboot(Duration.ofMillis(300));
        until(() -> gate.reader.gpo(HORN));

        awaitJudged(gate);
        assertThat(gate.healths(ledger))
                .flatExtracting(PortalHealth::getWarningsList)
                .isEmpty();
        gate.reader.faults().contact(HORN, 0);
        gate.reader.faults().reboot(Duration.ofMillis(300));
        warning(gate, SILENT);
    }

    @Test
    void shouldNotTrustAContactThatStandsHighWhileTheHornIsOff() throws Exception {
        GateWorld gate = aGateWithAContact(2);
        gate.reader.faults().contact(HORN, 0);
        gate.reader.faults().input(3, true);
        ledger.portal(gate.portal, gate.reader.port(), 600, heardAt(3, 2));

        assertThat(warning(gate, FAULT)).contains("input 3 is high while the output is off");

        sounds(gate);
        until(() -> !gate.reader.gpo(HORN));
        awaitJudged(gate);
        assertThat(health(gate).getWarningsList())
                .extracting(PortalWarning::getCode)
                .containsExactly(FAULT);
        gate.reader.faults().input(3, false);
        awaitNo(gate, FAULT);
    }

    @Test
    void shouldSayWhereTheReaderCannotTell() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), heardAt(9, 600));
        gate.awaitWatching();

        assertThat(warning(gate, FAULT))
                .contains("the reader does not say how input 9 is")
                .contains("no input 9");
        sounds(gate);
        assertThat(warning(gate, SILENT)).contains("nothing is told of input 9");
    }

    @Test
    void shouldExpectNothingWhereNoContactIsSet() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        sounds(gate);

        awaitJudged(gate);
        assertThat(gate.healths(ledger)).allMatch(it -> it.getWarningsList().isEmpty());
    }

    @Test
    void shouldFollowTheWiringWithoutTakingTheReaderAnew() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        sounds(gate);
        int written = gate.reader.gpo().history().size();

        ledger.portal(gate.portal, gate.reader.port(), 600, heardAt(3, 600));
        assertThat(warning(gate, SILENT)).contains("input 3");
        ledger.portal(gate.portal, gate.reader.port(), 600, heardAt(0, 600));

        awaitNo(gate, SILENT);
        assertThat(health(gate).getConnects()).isEqualTo(1);
        assertThat(gate.reader
                        .gpo()
                        .history()
                        .subList(written, gate.reader.gpo().history().size()))
                .allMatch(GpoBank.Change::on);
    }
}
