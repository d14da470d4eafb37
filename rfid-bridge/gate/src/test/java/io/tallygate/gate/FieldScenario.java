package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.until;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalWarning;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import io.tallygate.simulator.ReaderProfile;
import io.tallygate.simulator.SimulatedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A whole gate, a reader on a real socket, a real broker, and a laptop in the ledger: what the lessons of the field are held against. */
abstract class FieldScenario {

    static final String CHIP = "E2801160600002054E1A4B2C";

    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path home;

    int scenario;
    TestLedger ledger;
    private @Nullable GateWorld world;
    String epc;

    @BeforeEach
    void aLaptopInTheLedger() {
        scenario = broker.scenario();
        epc = String.format("3414257BF5%014X", scenario);
        ledger = broker.ledger();
        ledger.item(epc, "laptop-" + scenario, CHIP);
    }

    @AfterEach
    void leave() throws Exception {
        ledger.publish(Topic.LEDGER_TAGGED_ITEMS, epc, null);
        if (world != null) {
            ledger.publish(Topic.FACILITIES_PORTALS, world.portal, null);
            world.close();
        }
    }

    GateWorld aGate(ReaderProfile profile, UnaryOperator<Portal.Builder> change) throws IOException {
        return aGate(SimulatedReader.start("P-" + scenario, 0, profile), change);
    }

    GateWorld aGate(SimulatedReader reader, UnaryOperator<Portal.Builder> change) throws IOException {
        GateWorld made = new GateWorld("P-" + scenario, home, broker.bootstrapServers(), reader);
        world = made;
        ledger.portal(made.portal, reader.port(), 600, change);
        made.awaitItems(1);
        return made;
    }

    GateWorld aWatchingGate(ReaderProfile profile) throws IOException {
        GateWorld made = aGate(profile, portal -> portal);
        made.awaitWatching();
        return made;
    }

    Passage leaving() {
        return leaving(epc);
    }

    static Passage leaving(String tag) {
        return Passage.of(tag, Direction.OUT);
    }

    PortalHealth health(GateWorld gate) {
        return gate.healths(ledger).getLast();
    }

    String warning(GateWorld gate, String code) {
        until(() -> health(gate).getWarningsList().stream()
                .anyMatch(it -> it.getCode().equals(code)));
        return health(gate).getWarningsList().stream()
                .filter(it -> it.getCode().equals(code))
                .map(PortalWarning::getDetail)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the portal told of such a state; the first time that it did. */
    PortalHealth firstHealth(GateWorld gate, Predicate<PortalHealth> wanted) {
        until(() -> gate.healths(ledger).stream().anyMatch(wanted));
        return gate.healths(ledger).stream().filter(wanted).findFirst().orElseThrow();
    }

    static double reads(GateWorld gate) {
        var counter = gate.metrics.find("tallygate.gate.reads").counter();
        return counter == null ? 0 : counter.count();
    }
}
