package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.parsed;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Desk;
import io.tallygate.contracts.facilities.v1.Reader;
import io.tallygate.contracts.rfid.v1.DeskSight;
import io.tallygate.contracts.rfid.v1.DeskTag;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.simulator.SimulatedReader;
import io.tallygate.simulator.TagRead;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A desk with a reader on a real socket, beside a gate, and a real broker. */
class DeskEndToEndTest {

    private static final String LAPTOP = "3414257BF4000000000003E9";
    private static final String CHIP = "E28011602000000000000001";
    private static final String DRIVE = "3414257BF4000000000003EA";
    private static final int UNSUPPORTED = 109;

    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path home;

    private String desk;
    private TestLedger ledger;
    private GateWorld gate;
    private SimulatedReader reader;

    @BeforeEach
    void aDeskBesideAGate() throws Exception {
        desk = "D-" + broker.scenario();
        ledger = broker.ledger();
        gate = new GateWorld("P-" + broker.scenario(), home, broker.bootstrapServers());
        reader = SimulatedReader.start(desk, 0);
    }

    @AfterEach
    void leave() throws Exception {
        ledger.publish(Topic.FACILITIES_DESKS, desk, null);
        ledger.publish(Topic.FACILITIES_PORTALS, gate.portal, null);
        gate.close();
        reader.close();
    }

    private void isSetUp(UnaryOperator<Desk.Builder> change) {
        Desk.Builder message = Desk.newBuilder()
                .setCode(desk)
                .setRoomCode("R-101")
                .setReader(Reader.newBuilder().setHost("127.0.0.1").setPort(reader.port()))
                .addAntennas(1);
        ledger.publish(Topic.FACILITIES_DESKS, desk, change.apply(message).build());
    }

    private void isSetUp() {
        isSetUp(message -> message);
        until(() -> sight().getState() == PortalState.WATCHING);
    }

    private List<DeskSight> sights() {
        return ledger.all(Topic.RFID_DESKS, desk).stream()
                .map(bytes -> parsed(() -> DeskSight.parseFrom(bytes)))
                .toList();
    }

    private DeskSight sight() {
        List<DeskSight> all = sights();
        return all.isEmpty() ? DeskSight.getDefaultInstance() : all.getLast();
    }

    @Test
    void shouldTellEpcAndTidOfTheTagOnTheDeskUntilItIsTakenAway() {
        isSetUp();
        reader.lay(new TagRead(LAPTOP, 1, -42, 0, CHIP));

        until(() -> sight().getTagsCount() == 1);
        DeskTag tag = sight().getTags(0);
        assertThat(tag.getEpc()).isEqualTo(LAPTOP);
        assertThat(tag.getTid()).isEqualTo(CHIP);
        assertThat(tag.getRssiCentiDbm()).isEqualTo(-4200);

        reader.take(LAPTOP);
        until(() -> sight().getTagsCount() == 0);
    }

    @Test
    void shouldTellOfSeveralTagsTheStrongestFirstAndNotOfThoseBesideTheDesk() {
        isSetUp(message -> message.setWeakestDbm(-60));
        reader.lay(new TagRead(DRIVE, 1, -55, 0, null));
        reader.lay(new TagRead(LAPTOP, 1, -42, 0, CHIP));
        reader.lay(new TagRead("3414257BF4000000000003EB", 1, -61, 0, null));

        until(() -> sight().getTagsCount() == 2);
        assertThat(sight().getTagsList()).extracting(DeskTag::getEpc).containsExactly(LAPTOP, DRIVE);
        assertThat(sights()).allMatch(told -> told.getTagsCount() <= 2);
    }

    @Test
    void shouldTellThatTheReaderIsAwayAndShowNothingOfBefore() {
        isSetUp();
        reader.lay(new TagRead(LAPTOP, 1, -42, 0, CHIP));
        until(() -> sight().getTagsCount() == 1);

        reader.away();

        until(() -> sight().getState() == PortalState.BLIND);
        assertThat(sight().getReason()).isEqualTo("CONNECTION_REFUSED");
        assertThat(sight().getTagsCount()).isZero();
        reader.back();
        until(() -> sight().getState() == PortalState.WATCHING && sight().getTagsCount() == 1);
    }

    @Test
    void shouldSayThatAReaderReadsNoTids() {
        reader.reject("ADD_ACCESSSPEC", UNSUPPORTED, "no access operations");

        isSetUp();

        until(() -> sight().getNoTid());
    }

    @Test
    void shouldBeNoGateNoSightingAndNoBlindPortal() {
        ledger.portal(gate.portal, gate.reader.port(), 600);
        gate.awaitWatching();
        isSetUp();
        reader.lay(new TagRead("3414257BF4000000000F0001", 1, -42, 0, CHIP));
        until(() -> sight().getTagsCount() == 1);
        reader.away();
        until(() -> sight().getState() == PortalState.BLIND);

        assertThat(ledger.all(Topic.RFID_READS, desk)).isEmpty();
        assertThat(ledger.all(Topic.RFID_CROSSINGS, "3414257BF4000000000F0001")).isEmpty();
        assertThat(ledger.all(Topic.RFID_HEALTH, desk)).isEmpty();
        assertThat(reader.state().gpoHistory()).isEmpty();
        assertThat(gate.status().portals())
                .extracting(GateStatus.PortalLine::code)
                .containsExactly(gate.portal);
        assertThat(gate.metrics.get("tallygate.gate.desks.watching").gauge().value())
                .isZero();
    }

    @Test
    void shouldFollowADeskToAnotherReaderAndLeaveTheFirst() {
        isSetUp();
        try (SimulatedReader other = SimulatedReader.start(desk, 0)) {
            isSetUp(message ->
                    message.setReader(Reader.newBuilder().setHost("127.0.0.1").setPort(other.port())));

            until(() -> other.state().connected() && !reader.state().connected());

            ledger.publish(Topic.FACILITIES_DESKS, desk, null);
            until(() -> !other.state().connected());
        }
    }

    @Test
    void shouldWatchTheOtherDesksWhenOneCannotBeWatchedAsDescribed() {
        ledger.publishBytes(Topic.FACILITIES_DESKS, "D-BROKEN", new byte[] {1, 2, 3});
        ledger.publish(
                Topic.FACILITIES_DESKS,
                "D-BARE",
                Desk.newBuilder().setCode("D-BARE").build());

        isSetUp();

        assertThat(sight().getState()).isEqualTo(PortalState.WATCHING);
    }
}
