package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Zone;
import io.tallygate.contracts.ledger.v1.CustodyState;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.rfid.v1.Figure;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.simulator.Passage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A gate with a real broker and a reader on a real socket. */
class GateEndToEndTest {
    private static final String OTHER_SIDE = "garbage that is no LLRP at all, and long enough to be read as a header";

    private static final String CHIP = "E2801160600002054E1A4B2C";
    private static final String ANOTHER_CHIP = "E2801160600002054E1AFFFF";
    private static final String ENROLLED_ITEM = "enrolled-laptop";

    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path home;

    private int scenario;
    private TestLedger ledger;
    private GateWorld gate;
    private String epc;
    private String secondEpc;
    private String item;

    @BeforeEach
    void aGateThatKnowsALaptop() throws IOException {
        scenario = broker.scenario();
        epc = String.format("3414257BF4%014X", scenario);
        secondEpc = String.format("3414257BF6%014X", scenario);
        item = UUID.randomUUID().toString();
        ledger = broker.ledger();
        gate = new GateWorld("P-" + scenario, home, broker.bootstrapServers());
        ledger.item(epc, item);
        ledger.portal(gate.portal, gate.reader.port(), 600);
        gate.awaitItems(1);
        gate.awaitWatching();
    }

    @AfterEach
    void leave() throws IOException, InterruptedException {
        ledger.publish(Topic.FACILITIES_PORTALS, gate.portal, null);
        ledger.publish(Topic.LEDGER_TAGGED_ITEMS, epc, null);
        ledger.publish(Topic.LEDGER_TAGGED_ITEMS, secondEpc, null);
        gate.close();
    }

    private Passage passage(io.tallygate.simulator.Direction direction) {
        return Passage.of(epc, direction);
    }

    private Passage leaving() {
        return passage(io.tallygate.simulator.Direction.OUT);
    }

    @Test
    void shouldSoundTheGateAndRecordOneCrossingWhenEveryReportComesTwice() throws Exception {
        gate.reader.passTwice(leaving()).join();

        until(() -> gate.reader.gpo(1));
        until(() -> !crossings(ledger, epc).isEmpty());
        gate.awaitRelayed();
        List<Crossing> crossings = crossings(ledger, epc);
        assertThat(crossings).singleElement().satisfies(crossing -> {
            assertThat(crossing.getVerdict()).isEqualTo(Verdict.ALARM);
            assertThat(crossing.getReason()).isEqualTo("NO_PERMIT");
            assertThat(crossing.getDirection()).isEqualTo(Direction.OUT);
            assertThat(crossing.getItemId()).isEqualTo(item);
            assertThat(crossing.getPortalCode()).isEqualTo(gate.portal);
            assertThat(crossing.getRoomCode()).isEqualTo("R-101");
            assertThat(crossing.getEvidenceCount()).isGreaterThan(2);
            assertThat(crossing.getRuleVersion()).isEqualTo("line-filter/6 gate/1");
            assertThat(crossing.getAlarmWrittenAtUs()).isGreaterThanOrEqualTo(crossing.getReportReceivedAtUs());
            assertThat(UUID.fromString(crossing.getCrossingId())).isNotNull();
        });
        List<ReadBatch> reads = ledger.all(Topic.RFID_READS, gate.portal).stream()
                .map(GateEndToEndTest::readBatch)
                .toList();
        assertThat(reads).isNotEmpty();
        assertThat(reads)
                .extracting(ReadBatch::getSequence)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void shouldTellTheFiguresAndTheSidesThatACrossingRestsOn() throws Exception {
        gate.reader.pass(leaving()).join();
        until(() -> !crossings(ledger, epc).isEmpty());

        Crossing crossing = crossings(ledger, epc).getFirst();
        assertThat(crossing.getFiguresList())
                .extracting(Figure::getName)
                .containsExactly(
                        "probability",
                        "own_probability",
                        "position_m",
                        "walking",
                        "inside_dbm",
                        "outside_dbm",
                        "swing_db",
                        "plain_air",
                        "noise_db");
        assertThat(crossing.getFigures(0).getValue()).isBetween(0.5, 1.0);
        assertThat(crossing.getEvidenceList()).extracting(TagRead::getZone).contains(Zone.INSIDE, Zone.OUTSIDE);
        assertThat(crossing.getEvidenceList()).allSatisfy(read -> assertThat(read.getZone())
                .isEqualTo(read.getAntenna() <= 2 ? Zone.INSIDE : Zone.OUTSIDE));
    }

    private static ReadBatch readBatch(byte[] bytes) {
        try {
            return ReadBatch.parseFrom(bytes);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldLetAPermittedLaptopPassAndAlarmAgainOnceRevoked() throws Exception {
        ledger.permit("permit-" + scenario, item, gate.portal, PermitState.ACTIVE);
        until(() -> gate.status().replica().permits() == 1);

        gate.reader.pass(leaving()).join();
        until(() -> crossings(ledger, epc).size() == 1);

        Crossing allowed = crossings(ledger, epc).getFirst();
        assertThat(allowed.getVerdict()).isEqualTo(Verdict.ALLOW);
        assertThat(allowed.getPermitId()).isEqualTo("permit-" + scenario);
        assertThat(gate.reader.gpo(1)).isFalse();

        gate.reader.pass(passage(io.tallygate.simulator.Direction.IN)).join();
        until(() -> crossings(ledger, epc).size() == 2);
        assertThat(crossings(ledger, epc).get(1).getReason()).isEqualTo("RETURN_UNEXPECTED");

        ledger.permit("permit-" + scenario, item, gate.portal, PermitState.REVOKED);
        until(() -> gate.status().replica().permits() == 0);
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
    }

    /** A second laptop, of which the ledger knows the chip. */
    private void enrol(CustodyState state) {
        int before = gate.status().replica().items();
        ledger.item(secondEpc, ENROLLED_ITEM, CHIP, state);
        until(() -> gate.status().replica().items() == before + 1);
    }

    /** Carried out with its chip read from the first read on; the crossing that the horn sounds for. */
    private Crossing crossingWhileItSounds(String tag, String chip) {
        gate.reader
                .pass(new Passage(tag, chip, io.tallygate.simulator.Direction.OUT, Passage.USUAL_SPEED, scenario))
                .join();
        until(() -> gate.reader.gpo(1));
        until(() -> !crossings(ledger, tag).isEmpty());
        gate.awaitRelayed();
        assertThat(crossings(ledger, tag)).hasSize(1);
        Crossing crossing = crossings(ledger, tag).getFirst();
        assertThat(crossing.getVerdict()).isEqualTo(Verdict.ALARM);
        assertThat(crossing.getDirection()).isEqualTo(Direction.OUT);
        assertThat(crossing.getAlarmWrittenAtUs()).isGreaterThanOrEqualTo(crossing.getReportReceivedAtUs());
        return crossing;
    }

    @Test
    void shouldSoundForAnItemThatIsGoneForGood() {
        enrol(CustodyState.DISPOSED);

        Crossing crossing = crossingWhileItSounds(secondEpc, CHIP);

        assertThat(crossing.getReason()).isEqualTo("GHOST_ITEM");
        assertThat(crossing.getItemId()).isEqualTo(ENROLLED_ITEM);
        assertThat(crossing.getTid()).isEqualTo(CHIP);
    }

    @Test
    void shouldSoundForATagOfOursThatNobodyRegistered() {
        Crossing crossing = crossingWhileItSounds(secondEpc, CHIP);

        assertThat(crossing.getReason()).isEqualTo("UNREGISTERED_TAG");
        assertThat(crossing.getItemId()).isEmpty();
        assertThat(crossing.getTid()).isEqualTo(CHIP);
    }

    /** A permit does not help the copy of a tag. */
    @Test
    void shouldSoundForACopyOfATagWhateverIsPermitted() {
        enrol(CustodyState.IN_PLACE);
        ledger.permit("permit-" + scenario, ENROLLED_ITEM, gate.portal, PermitState.ACTIVE);
        until(() -> gate.status().replica().permits() == 1);

        Crossing crossing = crossingWhileItSounds(secondEpc, ANOTHER_CHIP);

        assertThat(crossing.getReason()).isEqualTo("TAG_MISMATCH");
        assertThat(crossing.getItemId()).isEqualTo(ENROLLED_ITEM);
        assertThat(crossing.getTid()).isEqualTo(ANOTHER_CHIP);
        ledger.permit("permit-" + scenario, ENROLLED_ITEM, gate.portal, PermitState.REVOKED);
    }

    @Test
    void shouldKeepTheEnrolledChipWithTheCrossingItWasReadFor() {
        enrol(CustodyState.IN_PLACE);

        Crossing crossing = crossingWhileItSounds(secondEpc, CHIP);

        assertThat(crossing.getReason()).isEqualTo("NO_PERMIT");
        assertThat(crossing.getTid()).isEqualTo(CHIP);
    }

    @Test
    void shouldSoundWithoutKafkaAndDeliverOnceAfterItsReturn() throws Exception {
        broker.goesAway();
        gate.restart();
        gate.awaitWatching();

        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
        assertThat(gate.status().spool().depth()).isPositive();

        broker.comesBack();
        until(() -> !crossings(ledger, epc).isEmpty());
        gate.awaitRelayed();
        assertThat(crossings(ledger, epc)).hasSize(1);
    }

    /** Since when the portal last said that it watches; the reader may be back before anybody is told that it was gone. */
    private long watchingSince() {
        return gate.healths(ledger).stream()
                .filter(health -> health.getState() == PortalState.WATCHING)
                .mapToLong(PortalHealth::getSinceUs)
                .max()
                .orElse(0);
    }

    @Test
    void shouldLoseAPeerThatSendsGarbageAndWatchAgain() throws Exception {
        until(() -> watchingSince() > 0);
        long before = watchingSince();

        gate.reader.send(OTHER_SIDE.getBytes(StandardCharsets.US_ASCII));

        until(() -> watchingSince() > before);

        gate.awaitWatching();
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
    }

    @Test
    void shouldTellThatItIsBlindAndSoundOnAfterTheReadersReturn() throws Exception {
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
        int writes = gate.reader.state().gpoHistory().size();

        gate.reader.away();
        until(() -> gate.healths(ledger).stream().anyMatch(health -> health.getState() == PortalState.BLIND));
        gate.reader.back();

        gate.awaitWatching();
        until(() -> gate.reader.state().gpoHistory().size() > writes);
        assertThat(gate.reader.gpo(1)).isTrue();
        until(() -> last(gate.healths(ledger)).getState() == PortalState.WATCHING);
        assertThat(last(gate.healths(ledger)).getAlarmOn()).isTrue();
    }

    private static PortalHealth last(List<PortalHealth> healths) {
        return healths.getLast();
    }

    @Test
    void shouldFallSilentAfterTheAlarmTimeThatTheLedgerHasChanged() throws Exception {
        ledger.portal(gate.portal, gate.reader.port(), 1);
        ledger.item(epc.replace("3414257BF4", "3414257BF5"), "marker");
        gate.awaitItems(2);

        gate.reader.pass(leaving()).join();

        until(() -> gate.reader.state().gpoHistory().stream().anyMatch(write -> write.on()));
        until(() -> !gate.reader.gpo(1));
    }

    @Test
    void shouldLeaveThePortalThatTheLedgerHasTakenAway() throws Exception {
        ledger.publish(Topic.FACILITIES_PORTALS, gate.portal, null);

        until(() -> gate.status().portals().isEmpty());
        until(() -> !gate.reader.state().connected());
    }

    @Test
    void shouldLeaveAPortalThatIsTakenDownInTheMidstOfItsAlarmAndWatchItWhenItIsUpAgain() throws Exception {
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
        until(() -> !ledger.all(Topic.RFID_HEALTH, gate.portal).isEmpty());

        ledger.portal(gate.portal, gate.reader.port(), 600, portal -> portal.setActive(false));

        until(() -> gate.status().portals().isEmpty());
        until(() -> !gate.reader.state().connected());
        assertThat(gate.reader.gpo(1)).isFalse();
        until(() -> ledger.isGone(Topic.RFID_HEALTH, gate.portal));

        ledger.portal(gate.portal, gate.reader.port(), 600);
        gate.awaitWatching();
        gate.reader.pass(leaving()).join();
        until(() -> gate.reader.gpo(1));
    }
}
