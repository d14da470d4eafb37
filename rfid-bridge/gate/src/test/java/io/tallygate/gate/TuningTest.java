package io.tallygate.gate;

import static io.tallygate.contracts.rfid.v1.Direction.IN;
import static io.tallygate.contracts.rfid.v1.Direction.OUT;
import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.facilities.v1.Tuning;
import io.tallygate.contracts.facilities.v1.Zone;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.TagRead;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A portal is tuned while its gate is at work. */
class TuningTest {
    private static final String PORTAL = "P-1";

    @RegisterExtension
    final Broker broker = new Broker();

    @TempDir
    Path home;

    private TestLedger ledger;
    private GateWorld gate;

    @BeforeEach
    void aWatchingGate() throws Exception {
        ledger = broker.ledger();
        gate = new GateWorld(PORTAL, home, broker.bootstrapServers());
        for (int tag = 1; tag <= 4; tag++) {
            ledger.item(epc(tag), "laptop-" + tag);
        }
        tune(portal -> portal);
        gate.awaitItems(4);
        gate.awaitWatching();
    }

    @AfterEach
    void leave() throws Exception {
        gate.close();
    }

    @Test
    @DisplayName("reads missed while the radio restarts: tuned without a stop")
    void shouldOverlookWhatIsWeakerThanTheStrayLevelWithoutLeavingTheReader() throws Exception {
        passes(1);
        until(() -> crossings(ledger, epc(1)).size() == 1);
        String standard = crossings(ledger, epc(1)).getFirst().getRuleVersion();

        tune(Tunings::deaf);
        awaitTuned(true);
        passes(2);
        until(() -> readsOf(epc(2)) > 20);
        tune(portal -> portal);
        awaitTuned(false);
        passes(3);
        until(() -> crossings(ledger, epc(3)).size() == 1);

        assertThat(crossings(ledger, epc(2))).isEmpty();
        assertThat(crossings(ledger, epc(3)).getFirst().getRuleVersion()).isEqualTo(standard);
        assertThat(gate.healths(ledger).getLast().getConnects()).isEqualTo(1);
    }

    @Test
    @DisplayName("reads missed while the radio restarts: zones swapped without a word to the reader")
    void shouldJudgeByTheNewZonesWithoutAWordToTheReader() throws Exception {
        passes(1);
        until(() -> crossings(ledger, epc(1)).size() == 1);
        gate.reader.lay(TagRead.of(epc(4), 1, -60));
        until(() -> readsOf(epc(4)) > 0);
        List<String> setUp = setUp();
        long readBefore = readsOf(epc(4));
        // Each walk with a tag of its own: one that left twice has come back between, whatever the zones.
        AtomicInteger fresh = new AtomicInteger(4);

        tune(Tunings::swapped);
        until(() -> directionOf(fresh.incrementAndGet()) == IN);
        until(() -> readsOf(epc(4)) > readBefore + 20);

        assertThat(crossings(ledger, epc(1)).getFirst().getDirection()).isEqualTo(OUT);
        assertThat(setUp()).isEqualTo(setUp).containsOnlyOnce("ADD_ROSPEC");
        assertThat(gate.metric("tallygate.gate.reader.connects")).isEqualTo(1);
        assertThat(gate.isInState("WATCHING")).isTrue();
    }

    private io.tallygate.contracts.rfid.v1.Direction directionOf(int tag) {
        passes(tag);
        until(() -> !crossings(ledger, epc(tag)).isEmpty());
        return crossings(ledger, epc(tag)).getFirst().getDirection();
    }

    /** What the reader was asked of its ROSpec. */
    private List<String> setUp() {
        return gate.reader.heard().stream()
                .filter(request -> request.matches("(ADD|DELETE|START|STOP|ENABLE|DISABLE)_ROSPEC"))
                .toList();
    }

    @Test
    void shouldNameTheTuningInTheRuleVersion() throws Exception {
        passes(1);
        until(() -> crossings(ledger, epc(1)).size() == 1);
        tune(portal -> portal.setTuning(Tuning.newBuilder().setCertainty(0.9)));
        awaitTuned(true);
        passes(2);
        until(() -> crossings(ledger, epc(2)).size() == 1);

        Crossing standard = crossings(ledger, epc(1)).getFirst();
        Crossing tuned = crossings(ledger, epc(2)).getFirst();
        assertThat(standard.getRuleVersion()).matches("[a-z-]+/\\d+ \\S+");
        String mark = gate.status().portals().getFirst().tuning();
        assertThat(mark).matches("\\+[0-9a-f]{8}");
        assertThat(tuned.getRuleVersion()).isEqualTo(standard.getRuleVersion().replace(" ", mark + " "));
    }

    @Test
    void shouldWorkUntunedRatherThanNotAtAllWhenTheFiguresAreOutOfBounds() throws Exception {
        tune(portal -> Tunings.deaf(portal)
                .setTuning(Tuning.newBuilder().setCertainty(7))
                .setRoomCode("R-9"));
        passes(1);

        until(() -> crossings(ledger, epc(1)).size() == 1);
        assertThat(gate.status().portals().getFirst().tuning()).isEmpty();
    }

    /** Tunings as words. */
    private static final class Tunings {
        /** Above the strongest read of a simulated passage. */
        private static final double DEAF_DBM = -30;

        static Portal.Builder swapped(Portal.Builder portal) {
            portal.getAntennasBuilderList()
                    .forEach(antenna -> antenna.setZone(antenna.getZone() == Zone.INSIDE ? Zone.OUTSIDE : Zone.INSIDE));
            return portal;
        }

        static Portal.Builder deaf(Portal.Builder portal) {
            portal.getAntennasBuilderList().forEach(antenna -> antenna.setStrayDbm(DEAF_DBM));
            return portal;
        }
    }

    private void tune(UnaryOperator<Portal.Builder> change) {
        ledger.portal(PORTAL, gate.reader.port(), 600, change);
    }

    private void awaitTuned(boolean tuned) {
        until(() -> gate.status().portals().getFirst().tuning().isEmpty() != tuned);
    }

    private void passes(int tag) {
        gate.reader.pass(Passage.of(epc(tag), Direction.OUT)).join();
    }

    private static String epc(int tag) {
        return String.format("3414257BF6%014X", tag);
    }

    private long readsOf(String epc) {
        return ledger.all(Topic.RFID_READS, PORTAL).stream()
                .map(bytes -> GateWorld.parsed(() -> ReadBatch.parseFrom(bytes)))
                .flatMap(batch -> batch.getReadsList().stream())
                .filter(read -> read.getEpc().equals(epc))
                .count();
    }
}
