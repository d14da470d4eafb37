package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalWarning;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.GpoBank;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.ReaderCertificate;
import io.tallygate.simulator.ReaderProfile;
import io.tallygate.simulator.SimulatedReader;
import io.tallygate.simulator.TagRead;
import io.tallygate.simulator.TroubledLine;
import io.tallygate.simulator.TroubledLine.Trouble;
import io.tallygate.standalone.servers.KafkaServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What hurts the users of other LLRP programs (silent stops, readers that reject what they are asked for, horns that stay silent), one scenario each: a whole gate, a reader on a real socket,
 * a real broker. What readers and networks do to the connection itself is in the simulator's TroubledReaderTest.
 */
class FieldLessonsTest {

    private static final String CHIP = "E2801160600002054E1A4B2C";
    private static final String OTHER_CHIP = "E2801160600002054E1AFFFF";
    private static final String REFERENCE = "3034257BF400B78000FFFFFF";
    private static final String ANOTHER_CERTIFICATE = "AB".repeat(32);

    @TempDir
    static Path kafkaDir;

    private static KafkaServer kafka;
    private static int scenario;

    @TempDir
    Path home;

    private TestLedger ledger;
    private @Nullable GateWorld world;
    private String epc;

    @BeforeAll
    static void startKafka() {
        kafka = KafkaServer.start(kafkaDir, 0);
        kafka.ensureTopics();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void aLaptopInTheLedger() {
        scenario++;
        epc = String.format("3414257BF5%014X", scenario);
        ledger = new TestLedger(kafka.bootstrapServers());
        ledger.item(epc, "laptop-" + scenario, CHIP);
    }

    @AfterEach
    void leave() throws Exception {
        ledger.publish(Topic.LEDGER_TAGGED_ITEMS, epc, null);
        if (world != null) {
            ledger.publish(Topic.FACILITIES_PORTALS, world.portal, null);
            world.close();
        }
        ledger.close();
    }

    private GateWorld aGate(ReaderProfile profile, UnaryOperator<Portal.Builder> change) throws IOException {
        return aGate(SimulatedReader.start("P-" + scenario, 0, profile), change);
    }

    private GateWorld aGate(SimulatedReader reader, UnaryOperator<Portal.Builder> change) throws IOException {
        GateWorld made = new GateWorld("P-" + scenario, home, kafka.bootstrapServers(), reader);
        world = made;
        ledger.portal(made.portal, reader.port(), 600, change);
        made.awaitItems(1);
        return made;
    }

    private GateWorld aWatchingGate(ReaderProfile profile) throws IOException {
        GateWorld made = aGate(profile, portal -> portal);
        made.awaitWatching();
        return made;
    }

    private Passage leaving() {
        return Passage.of(epc, Direction.OUT);
    }

    private PortalHealth health(GateWorld gate) {
        return gate.healths(ledger).getLast();
    }

    private String warning(GateWorld gate, String code) {
        until(() -> health(gate).getWarningsList().stream()
                .anyMatch(it -> it.getCode().equals(code)));
        return health(gate).getWarningsList().stream()
                .filter(it -> it.getCode().equals(code))
                .map(PortalWarning::getDetail)
                .findFirst()
                .orElseThrow();
    }

    private static UnaryOperator<Portal.Builder> pinned(String sha256) {
        return portal -> {
            portal.getReaderBuilder().setTls(true).setTlsPinSha256(sha256);
            return portal;
        };
    }

    /** No TLS. */
    @Test
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
    void shouldNotSpeakInTheClearWhereTlsIsWanted() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), pinned(ANOTHER_CERTIFICATE));

        gate.awaitBlind("TLS_FAILED");
    }

    /** Silent stop after network trouble. */
    @Test
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

    /** One unknown vendor parameter kills the connection. */
    @Test
    void shouldStepOverWhatNobodyKnows() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.faults().sayWhatNobodyKnows();
        gate.reader.pass(leaving()).join();

        until(() -> gate.reader.gpo(1));
        assertThat(health(gate).getConnects()).isEqualTo(1);
        assertThat(gate.metrics
                        .get("tallygate.gate.reader.skipped.messages")
                        .gauge()
                        .value())
                .isEqualTo(2);
    }

    /** The reader's dialect rejects the ROSpec. */
    @Test
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
    void shouldNameTheParameterWhenTheReaderTakesNoRoSpecAtAll() throws Exception {
        SimulatedReader reader = SimulatedReader.start("P-" + scenario, 0);
        reader.reject("ADD_ROSPEC", 100, "hop table 7 unknown");
        GateWorld gate = aGate(reader, portal -> portal);

        gate.awaitBlind("ROSPEC_REJECTED");

        assertThat(gate.status().portals().getFirst().detail())
                .contains("M_ParameterError")
                .contains("hop table 7 unknown");
    }

    /** Connected but no tags. */
    @Test
    void shouldBeBlindWhileTheReferenceTagIsSilent() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), portal -> portal.setReferenceEpc(REFERENCE));

        gate.awaitBlind("REFERENCE_TAG_SILENT");
        gate.reader.report(TagRead.of(REFERENCE, 1, -50));

        gate.awaitWatching();
        assertThat(ledger.all(Topic.RFID_READS, gate.portal)).isEmpty();
        gate.awaitBlind("REFERENCE_TAG_SILENT");
    }

    @Test
    void shouldBeBlindBelowItsReadRate() throws Exception {
        GateWorld gate = aGate(ReaderProfile.usual(), portal -> portal.setMinReadsPerMinute(600));

        gate.awaitBlind("READ_RATE_LOW");

        until(() -> {
            gate.reader.report(TagRead.of("3034257BF400B7800000AAAA", 1, -50));
            gate.reader.report(TagRead.of("3034257BF400B7800000AAAB", 3, -50));
            return gate.isInState("WATCHING");
        });
    }

    /** Reads missed while the radio restarts: here the radio never stops by itself, and one that was stopped is started again. */
    @Test
    void shouldStartAgainWhatTheReaderHasEnded() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.faults().endReading();

        until(() -> restarts(gate) == 1 && gate.reader.state().reading());
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
        assertThat(health(gate).getConnects()).isEqualTo(1);
    }

    @Test
    void shouldFindOutThatTheReaderWasDisabledBehindItsBack() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.faults().disableReadingSilently();

        until(() -> restarts(gate) == 1 && gate.reader.state().reading());
    }

    @Test
    void shouldSetUpAgainAReaderThatHasLostItsRoSpec() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());

        gate.reader.faults().loseSpecsSilently();

        until(() -> health(gate).getConnects() == 2 && gate.reader.state().reading());
    }

    private static double restarts(GateWorld gate) {
        return gate.metrics
                .get("tallygate.gate.reader.reading.restarts")
                .gauge()
                .value();
    }

    /** TID arrives late. */
    @Test
    void shouldRaiseAMismatchOfItsOwnOnceWhenAnotherChipIsReadAfterTheVerdict() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving()).join();
        until(() -> crossings(ledger, epc).size() == 1);

        gate.reader.report(new TagRead(epc, 3, -60, 0, OTHER_CHIP));
        gate.reader.report(new TagRead(epc, 4, -60, 0, OTHER_CHIP));

        until(() -> crossings(ledger, epc).size() == 2);
        gate.awaitRelayed();
        List<Crossing> crossings = crossings(ledger, epc);
        assertThat(crossings).extracting(Crossing::getReason).containsExactly("NO_PERMIT", "TAG_MISMATCH");
        assertThat(crossings).extracting(Crossing::getVerdict).containsOnly(Verdict.ALARM);
        assertThat(crossings).extracting(Crossing::getCrossingId).doesNotHaveDuplicates();
        assertThat(crossings.get(1).getTid()).isEqualTo(OTHER_CHIP);
        assertThat(crossings.get(1).getAlarmWrittenAtUs()).isPositive();
    }

    @Test
    void shouldRaiseNothingWhenTheEnrolledChipIsReadAfterTheVerdict() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        gate.reader.pass(leaving()).join();
        until(() -> crossings(ledger, epc).size() == 1);

        // A gate reads six words where the desk may have read four.
        gate.reader.report(new TagRead(epc, 3, -60, 0, CHIP.substring(0, 16)));
        gate.reader.report(new TagRead(epc, 3, -60, 0, OTHER_CHIP));

        until(() -> reads(gate) >= 2);
        gate.awaitRelayed();
        assertThat(crossings(ledger, epc)).hasSize(1);
    }

    @Test
    void shouldGoOnWithoutTidsOnAReaderThatCannotReadThem() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual().withoutTid());

        assertThat(warning(gate, "NO_TID")).contains("ADD_ACCESSSPEC").contains("no access operations");
    }

    /** Poor GPIO. */
    @Test
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

    /** Clocks. */
    @Test
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

    private static double reads(GateWorld gate) {
        var counter = gate.metrics.find("tallygate.gate.reads").counter();
        return counter == null ? 0 : counter.count();
    }

    /** Reports handled out of order. */
    @Test
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

    /** The peer's answer matched by message name. */
    @Test
    void shouldTakeAnAnswerForNothingButItsOwnRequest() throws Exception {
        GateWorld gate = aWatchingGate(ReaderProfile.usual());
        byte[] refusalOfSomethingElse = {4, 13, 0, 0, 0, 18, 0x7F, 0, 0, 1, 1, 0x1F, 0, 8, 0, 100, 0, 0};

        gate.reader.send(refusalOfSomethingElse);
        gate.reader.pass(leaving()).join();
        gate.reader.send(refusalOfSomethingElse);

        until(() -> gate.reader.gpo(1));
        gate.awaitRelayed();
        assertThat(health(gate).getWarningsList()).isEmpty();
        assertThat(health(gate).getConnects()).isEqualTo(1);
    }
}
