package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.ReaderProfile;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The power that a portal asks for, on the wire and in its health. The simulated reader has 10, 20 and 30 dBm. */
class TransmitPowerTest extends FieldScenario {

    private static final String WARNING = "TRANSMIT_POWER";

    private static UnaryOperator<Portal.Builder> sending(double dbm) {
        return portal -> {
            portal.getReaderBuilder().setTransmitPowerDbm(dbm);
            return portal;
        };
    }

    private static UnaryOperator<Portal.Builder> sending(double dbm, double ofTheThirdAntenna) {
        return portal -> {
            portal.getAntennasBuilder(2).setTransmitPowerDbm(ofTheThirdAntenna);
            return sending(dbm).apply(portal);
        };
    }

    @Test
    void shouldSendWithThePowerNextBelowTheOneAskedFor() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), sending(29.9, 15));
        gate.awaitWatching();

        assertThat(gate.reader.state().powersDbm()).isEqualTo(Map.of(1, 20.0, 2, 20.0, 3, 10.0, 4, 20.0));
        // No REDUCED_ROSPEC either: mode, Tari and hop table were those of the reader's tables, too.
        PortalHealth watching = firstHealth(gate, health -> health.getState() == PortalState.WATCHING);
        assertThat(watching.getWarningsList()).isEmpty();
        assertThat(health(gate).getWarningsList()).isEmpty();
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
    }

    @Test
    void shouldLeaveThePowerToTheReaderWhereNoneIsAskedFor() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        assertThat(gate.reader.state().powersDbm()).isEmpty();
    }

    @Test
    void shouldSayWhichPowerIsUsedWhereTheReaderHasNoneLikeThat() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), sending(36, 5));
        gate.awaitWatching();

        assertThat(gate.reader.state().powersDbm()).isEqualTo(Map.of(1, 30.0, 2, 30.0, 3, 10.0, 4, 30.0));
        assertThat(warning(gate, WARNING))
                .contains("antenna 1: 36 dBm asked for, the reader's strongest is used: 30 dBm")
                .contains("antenna 3: 5 dBm asked for, the reader's weakest is used: 10 dBm");
    }

    @Test
    void shouldUseTheWeakestAskedForWhereTheReaderTakesOneForAll() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual().takingAtMost(RoSpecDialect.ALL_ANTENNAS), sending(30, 20));
        gate.awaitWatching();

        assertThat(gate.reader.state().powersDbm()).isEqualTo(Map.of(0, 20.0));
        assertThat(warning(gate, WARNING)).contains("one power for all antennas: 20 dBm is used");
    }

    @Test
    void shouldSayWhereTheReaderTakesNoPowerAtAll() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual().takingAtMost(RoSpecDialect.PLAIN), sending(20));
        gate.awaitWatching();

        assertThat(warning(gate, WARNING)).contains("20 dBm asked for, the reader takes no power");
    }

    @Test
    @DisplayName(
            "reads missed while the radio restarts: another power without leaving the reader, the horn sounding on")
    void shouldSendWithAnotherPowerWithoutLeavingTheReader() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), sending(40));
        gate.awaitWatching();
        assertThat(warning(gate, WARNING)).contains("30 dBm");
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
        int switched = gate.reader.gpo().history().size();

        ledger.portal(gate.portal, gate.reader.port(), 600, sending(10));

        until(() -> gate.reader.state().powersDbm().equals(Map.of(1, 10.0, 2, 10.0, 3, 10.0, 4, 10.0)));
        until(() -> health(gate).getWarningsList().isEmpty());
        assertThat(gate.reader.gpo().history()).hasSize(switched);
        assertThat(gate.healths(ledger))
                .extracting(PortalHealth::getState)
                .doesNotContain(PortalState.BLIND)
                .endsWith(PortalState.WATCHING);
        assertThat(gate.metric("tallygate.gate.reader.connects")).isEqualTo(1);
        gate.reader.pass(returning()).join();
        until(() -> crossings(ledger, epc).size() == 2);
    }

    @Test
    void shouldWatchWithoutAnAntennaThatIsTakenOffThePortal() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.antenna(4, false);
        gate.awaitBlind("ANTENNA_LOST");

        ledger.portal(gate.portal, gate.reader.port(), 600, portal -> portal.removeAntennas(3));

        gate.awaitWatching();
        assertThat(gate.metric("tallygate.gate.reader.connects")).isEqualTo(1);
    }

    private Passage returning() {
        return Passage.of(epc, Direction.IN);
    }
}
