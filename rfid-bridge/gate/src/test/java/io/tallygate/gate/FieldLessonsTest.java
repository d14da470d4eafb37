package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.contracts.rfid.v1.PortalWarning;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.simulator.GpoBank;
import io.tallygate.simulator.ReaderCertificate;
import io.tallygate.simulator.ReaderFaults;
import io.tallygate.simulator.ReaderProfile;
import io.tallygate.simulator.SimulatedReader;
import io.tallygate.simulator.TagRead;
import io.tallygate.simulator.TroubledLine;
import io.tallygate.simulator.TroubledLine.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What hurts the users of other LLRP programs (silent stops, readers that reject what they are asked for, horns that stay silent), one scenario each: a whole gate, a reader on a real socket,
 * a real broker. What readers and networks do to the connection itself is in the simulator's TroubledReaderTest; what a connected
 * reader sees and does not see is in FieldSightTest.
 */
class FieldLessonsTest extends FieldScenario {

    private static final String ANOTHER_CERTIFICATE = "AB".repeat(32);
    private static final String AMIDST = "3034257BF400B7800000AAAC";

    private static double figure(GateWorld gate, String name) {
        return gate.metrics.get("tallygate.gate.reader." + name).gauge().value();
    }

    private static UnaryOperator<Portal.Builder> pinned(String sha256) {
        return portal -> {
            portal.getReaderBuilder().setTls(true).setTlsPinSha256(sha256);
            return portal;
        };
    }

    @Test
    @DisplayName("no TLS: it is spoken with the pinned certificate")
    void shouldSpeakTlsWithTheReaderOfThePinnedCertificate() throws Exception {
        ReaderCertificate certificate = ReaderCertificate.generate();
        GateWorld gate = aGate(
                ReaderProfile.usual().showing(certificate),
                pinned(certificate.pin().sha256()));

        gate.awaitWatching();
        gate.reader.pass(leaving()).join();

        until(() -> gate.reader.gpo(1));
    }

    @Test
    @DisplayName("no TLS: another certificate is refused")
    void shouldRefuseAReaderOfAnotherCertificateAndSayWhich() throws Exception {
        ReaderCertificate certificate = ReaderCertificate.generate();
        GateWorld gate = aGate(ReaderProfile.usual().showing(certificate), pinned(ANOTHER_CERTIFICATE));

        gate.awaitBlind("TLS_FAILED");

        assertThat(gate.status().portals().getFirst().detail())
                .contains(certificate.pin().sha256())
                .contains(ANOTHER_CERTIFICATE);
        assertThat(gate.reader.state().reading()).isFalse();
    }

    @Test
    @DisplayName("no TLS: nothing is said in the clear instead")
    void shouldNotSpeakInTheClearWhereTlsIsWanted() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), pinned(ANOTHER_CERTIFICATE));

        gate.awaitBlind("TLS_FAILED");
    }

    @Test
    @DisplayName("silent stop after network trouble")
    void shouldNoticeADeadLineAndSetTheReaderUpAgain() throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        try (TroubledLine line = TroubledLine.to(reader.port())) {
            GateWorld gate = aGate(reader, portal -> {
                portal.getReaderBuilder().setPort(line.port());
                return portal;
            });
            gate.awaitWatching();

            line.trouble(Trouble.SWALLOWS);
            gate.awaitBlind("CONNECTION_LOST");
            reader.disconnect();
            line.trouble(Trouble.NONE);

            gate.awaitWatching();
            reader.pass(leaving()).join();
            until(() -> reader.gpo(1));
        }
    }

    @Test
    @DisplayName("one unknown vendor parameter kills the connection")
    void shouldStepOverWhatNobodyKnows() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        double parameters = figure(gate, "skipped.parameters");

        gate.reader.faults().sayWhatNobodyKnows(TagRead.of(AMIDST, 2, -50), "fan stopped");
        gate.reader.pass(leaving()).join();

        until(() -> gate.reader.gpo(1));
        assertThat(warning(gate, "READER_FAULT")).isEqualTo("fan stopped");
        assertThat(health(gate).getConnects()).isEqualTo(1);
        assertThat(figure(gate, "skipped.messages")).isEqualTo(2);
        assertThat(figure(gate, "skipped.parameters") - parameters).isEqualTo(ReaderFaults.UNKNOWN_PARAMETERS);
        assertThat(figure(gate, "malformed")).isZero();
        gate.awaitRelayed();
        // Once amidst parameters that nobody knows, once behind them.
        assertThat(ledger.all(Topic.RFID_READS, gate.portal))
                .flatExtracting(bytes -> ReadBatch.parseFrom(bytes).getReadsList())
                .filteredOn(read -> read.getEpc().equals(AMIDST))
                .hasSize(2)
                .allSatisfy(read -> {
                    assertThat(read.getAntenna()).isEqualTo(2);
                    assertThat(read.getRssiCentiDbm()).isEqualTo(-5_000);
                });
    }

    @Test
    @DisplayName("the reader's dialect rejects the ROSpec: a simpler one, and its name in health")
    void shouldReadInTheDialectOfTheReaderAndNameWhatItRejected() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual().takingAtMost(RoSpecDialect.PLAIN));

        assertThat(warning(gate, "REDUCED_ROSPEC"))
                .contains("ADD_ROSPEC")
                .contains("in parameter 222")
                .contains("antennas cannot be configured");
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
    }

    @Test
    @DisplayName("the reader's dialect rejects the ROSpec: all of them")
    void shouldNameTheParameterWhenTheReaderTakesNoRoSpecAtAll() throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        reader.reject("ADD_ROSPEC", 100, "hop table 7 unknown");
        GateWorld gate = aGate(reader, portal -> portal);

        gate.awaitBlind("ROSPEC_REJECTED");

        assertThat(gate.status().portals().getFirst().detail())
                .contains("M_ParameterError")
                .contains("hop table 7 unknown");
    }

    @Test
    @DisplayName("poor GPIO: re-asserted after reconnect")
    void shouldAssertTheHornAgainAfterAReboot() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));

        gate.reader.faults().reboot(Duration.ofMillis(300));
        assertThat(gate.reader.gpo(1)).isFalse();

        until(() -> gate.reader.gpo(1));
        assertThat(gate.metrics.get("tallygate.gate.time.to.alarm").timer().count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("poor GPIO: answered and not switched")
    void shouldTellOfAHornThatSaysYesAndStaysSilent() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.faults().stickOutput(1);

        gate.reader.pass(leaving()).join();

        assertThat(warning(gate, "ALARM_OUTPUT_FAULT")).contains("output 1").contains("off after being switched");
        until(() ->
                gate.reader.gpo().history().stream().filter(GpoBank.Change::on).count() > 2);
        gate.reader.faults().stickOutput(0);
        until(() -> health(gate).getWarningsList().isEmpty());
    }

    @Test
    @DisplayName("poor GPIO: not answered")
    void shouldTellOfAHornThatIsNotAnsweredAndTryItAgain() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.faults().ignore("SET_READER_CONFIG");

        gate.reader.pass(leaving()).join();

        assertThat(warning(gate, "ALARM_OUTPUT_FAULT")).contains("output 1").contains("does not answer");
        assertThat(gate.reader.gpo(1)).isFalse();
        gate.reader.faults().ignore();
        until(() -> gate.reader.gpo(1));
        until(() -> health(gate).getWarningsList().isEmpty());
        assertThat(health(gate).getConnects()).isEqualTo(1);
    }

    @Test
    @DisplayName("keepalive both ways: a reader that reads on and answers nothing")
    void shouldBeBlindThroughAReaderWhoseHornNobodyCouldSwitchAnyMore() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.faults().fallMute(true);
        gate.awaitBlind("SETUP_TIMEOUT");
        gate.reader.faults().fallMute(false);

        gate.awaitWatching();
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
        until(() -> health(gate).getConnects() == 2);
    }

    @Test
    @DisplayName("clocks: uptime readers")
    void shouldSoundForAReaderThatCountsFromItsStart() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual().withUptimeOnly());

        gate.reader.pass(leaving()).join();

        until(() -> gate.reader.gpo(1));
        until(() -> !crossings(ledger, epc).isEmpty());
        assertThat(crossings(ledger, epc).getFirst().getDecidedAtUs() / 1_000_000)
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(120L));
        assertThat(health(gate).hasClockSkewUs()).isFalse();
    }

    @Test
    @DisplayName("clocks: skew measured")
    void shouldMeasureHowFarTheReadersClockIsOff() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        long anHourAhead = (Instant.now().getEpochSecond() + 3600) * 1_000_000;

        gate.reader.report(new TagRead(epc, 1, -60, anHourAhead, null));

        until(() -> health(gate).hasClockSkewUs());
        assertThat(health(gate).getClockSkewUs() / 1_000_000)
                .isCloseTo(3600, org.assertj.core.data.Offset.offset(120L));
        assertThat(gate.metrics
                        .get("tallygate.gate.reader.clock.skew.seconds")
                        .gauge()
                        .value())
                .isCloseTo(3600, org.assertj.core.data.Offset.offset(120.0));
    }

    @Test
    @DisplayName("clocks: a backlog goes to the ledger, never to the horn")
    void shouldGiveABacklogToTheLedgerAndNeverToTheHorn() throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        try (TroubledLine line = TroubledLine.to(reader.port())) {
            GateWorld gate = aGate(reader, portal -> {
                portal.getReaderBuilder().setPort(line.port());
                return portal;
            });
            gate.awaitWatching();
            reader.report(TagRead.of("3034257BF400B7800000AAAA", 1, -50));
            until(() -> reads(gate) == 1);

            line.trouble(Trouble.CUT);
            until(() -> !reader.state().connected());
            reader.pass(leaving()).join();
            // A read is too old to sound for after three seconds.
            Instant passed = Instant.now();
            until(() -> Instant.now().isAfter(passed.plusSeconds(4)));
            line.trouble(Trouble.NONE);

            until(() -> !crossings(ledger, epc).isEmpty());
            Crossing crossing = crossings(ledger, epc).getFirst();
            assertThat(crossing.getVerdict()).isEqualTo(Verdict.ALARM);
            assertThat(crossing.getAlarmWrittenAtUs()).isZero();
            assertThat(reader.gpo().history()).noneMatch(GpoBank.Change::on);
        }
    }

    /** Who has just started knows nothing of the reader's clock but its greeting. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("clocks: a backlog from before the bridge was there")
    void shouldGiveWhatWasHeldWhileTheBridgeWasAwayToTheLedgerAndNeverToTheHorn(boolean timeOfDay) throws Exception {
        ReaderProfile usual = ReaderProfile.usual();
        GateWorld gate = aWatchingGate(timeOfDay ? usual : usual.withUptimeOnly());

        gate.restart(() -> {
            until(() -> !gate.reader.state().connected());
            gate.reader.pass(leaving()).join();
            Instant passed = Instant.now();
            until(() -> Instant.now().isAfter(passed.plusSeconds(4)));
            assertThat(gate.reader.state().reportsHeld()).isPositive();
        });

        until(() -> !crossings(ledger, epc).isEmpty());
        Crossing crossing = crossings(ledger, epc).getFirst();
        assertThat(crossing.getVerdict()).isEqualTo(Verdict.ALARM);
        assertThat(crossing.getAlarmWrittenAtUs()).isZero();
        assertThat(Instant.EPOCH.plus(crossing.getDecidedAtUs(), ChronoUnit.MICROS))
                .isBefore(Instant.now().minusSeconds(4));
        assertThat(gate.reader.gpo().history()).noneMatch(GpoBank.Change::on);

        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
    }

    @Test
    @DisplayName("reports handled out of order")
    void shouldKeepTheOrderOfTheReader() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.pass(leaving()).join();

        until(() -> !crossings(ledger, epc).isEmpty());
        gate.awaitRelayed();
        assertThat(ledger.all(Topic.RFID_READS, gate.portal))
                .flatExtracting(bytes -> ReadBatch.parseFrom(bytes).getReadsList())
                .extracting(read -> read.getSeenAtUs())
                .hasSizeGreaterThan(20)
                .isSorted();
        assertThat(crossings(ledger, epc).getFirst().getEvidenceList())
                .extracting(read -> read.getSeenAtUs())
                .isSorted();
    }

    @Test
    @DisplayName("the peer's answer matched by message name")
    void shouldTakeAnAnswerForNothingButItsOwnRequest() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.faults().refuseAnothersBefore("SET_READER_CONFIG");

        gate.reader.pass(leaving()).join();

        until(() -> gate.reader.gpo(1));
        // Two reports of health on, the answer to the horn's write has long been taken for what it is.
        long told = gate.healths(ledger).size();
        until(() -> gate.healths(ledger).size() >= told + 2);
        assertThat(gate.healths(ledger)).allMatch(it -> it.getWarningsList().isEmpty());
        assertThat(health(gate).getAlarmOn()).isTrue();
        assertThat(health(gate).getConnects()).isEqualTo(1);
    }

    @Test
    @DisplayName("connect: a reader without GPOs is set up all the same, and the horn that is not there told of")
    void shouldWatchThroughAReaderWithoutOutputsAndSayThatNothingSounds() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual().withoutOutputs());

        assertThat(warning(gate, "ALARM_OUTPUT_FAULT")).contains("output 1").contains("no output 1");
        gate.reader.pass(leaving()).join();

        until(() -> !crossings(ledger, epc).isEmpty());
        assertThat(crossings(ledger, epc).getFirst().getVerdict()).isEqualTo(Verdict.ALARM);
        assertThat(health(gate).getState()).isEqualTo(PortalState.WATCHING);
        assertThat(health(gate).getConnects()).isEqualTo(1);
        assertThat(health(gate).getWarningsList())
                .extracting(PortalWarning::getCode)
                .containsExactly("ALARM_OUTPUT_FAULT");
        assertThat(gate.reader.gpo().history()).isEmpty();
    }
}
