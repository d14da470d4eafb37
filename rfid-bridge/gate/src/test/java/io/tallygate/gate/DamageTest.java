package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.crossings;
import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.FailMode;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.simulator.Direction;
import io.tallygate.simulator.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The bridge's disk is damaged while it is off, and Kafka is away when it starts. */
class DamageTest {
    private static final String EPC = "3414257BF400000000000D01";
    private static final String ITEM = "item-d";
    private static final String PORTAL = "D-1";

    @RegisterExtension
    final Broker broker = new Broker();

    @TempDir
    Path home;

    private TestLedger ledger;
    private GateWorld gate;

    @AfterEach
    void leave() throws IOException, InterruptedException {
        gate.close();
    }

    @BeforeEach
    void aGateAndABroker() throws IOException {
        ledger = broker.ledger();
        gate = new GateWorld(PORTAL, home, broker.bootstrapServers());
    }

    /** A laptop that may leave, a gate that knows it, and then a gate that has lost its replica and Kafka. */
    private void aGateThatLostItsReplica(FailMode failMode) throws Exception {
        ledger.item(EPC, ITEM);
        ledger.permit("permit-d", ITEM, PORTAL, PermitState.ACTIVE);
        ledger.portal(PORTAL, gate.reader.port(), 600, failMode);
        gate.awaitItems(1);
        gate.awaitWatching();
        // What is only in the write-ahead log comes to a file of its own at the next start.
        gate.restart();
        gate.awaitWatching();

        broker.goesAway();
        gate.restart(() -> damage(home.resolve("replica"), ".sst"));
        gate.awaitWatching();
        assertThat(gate.status().replica().ageSeconds()).isNull();
        assertThat(gate.status().replica().items()).isZero();
        assertThat(gate.status().replica().setAside())
                .singleElement()
                .asString()
                .startsWith("replica.unreadable-");
    }

    private static void damage(Path dir, String ending) {
        try (Stream<Path> files = Files.list(dir)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).isNotEmpty();
            for (Path file : found) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 10; at < bytes.length / 2; at += 7) {
                    bytes[at] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void theReplicaIsWholeAgain() {
        broker.comesBack();
        until(() -> gate.status().replica().ageSeconds() != null);
        assertThat(gate.status().replica().items()).isEqualTo(1);
        assertThat(gate.status().replica().permits()).isEqualTo(1);
    }

    private List<Crossing> passages(int expected) {
        until(() -> crossings(ledger, EPC).size() == expected);
        return crossings(ledger, EPC);
    }

    @Test
    void shouldSoundForEverythingUntilTheReplicaOfASecurePortalIsWhole() throws Exception {
        aGateThatLostItsReplica(FailMode.SECURE);

        gate.reader.pass(Passage.of(EPC, Direction.OUT)).join();
        until(() -> gate.reader.gpo(1));

        theReplicaIsWholeAgain();
        Crossing blind = passages(1).getFirst();
        assertThat(blind.getVerdict()).isEqualTo(Verdict.ALARM);
        assertThat(blind.getReason()).isEqualTo("STATE_UNKNOWN");
        gate.reader.pass(Passage.of(EPC, Direction.IN)).join();
        gate.reader.pass(Passage.of(EPC, Direction.OUT)).join();
        assertThat(passages(3).getLast().getReason()).isEqualTo("PERMITTED");
    }

    @Test
    void shouldOnlyRecordUntilTheReplicaOfAnOpenPortalIsWhole() throws Exception {
        aGateThatLostItsReplica(FailMode.OPEN);

        gate.reader.pass(Passage.of(EPC, Direction.OUT)).join();
        until(() -> gate.status().spool().crossings() == 1);
        assertThat(gate.reader.gpo(1)).isFalse();

        theReplicaIsWholeAgain();
        Crossing blind = passages(1).getFirst();
        assertThat(blind.getVerdict()).isEqualTo(Verdict.RECORD);
        assertThat(blind.getReason()).isEqualTo("STATE_UNKNOWN");
        untilWarned("REPLICA_SET_ASIDE", "replica.unreadable-");
    }

    @Test
    void shouldStartOnADamagedSpoolAndDeliverWhatIsWhole() throws Exception {
        aGateThatLostItsReplica(FailMode.SECURE);
        for (int i = 0; i < 3; i++) {
            gate.reader.pass(Passage.of(EPC, Direction.OUT)).join();
            gate.reader.pass(Passage.of(EPC, Direction.IN)).join();
        }
        until(() -> gate.status().spool().crossings() == 6);

        gate.restart(() -> flipOneByte(home.resolve("crossings")));

        assertThat(gate.status().spool().setAside()).singleElement().asString().contains(".spool.damaged-");
        theReplicaIsWholeAgain();
        assertThat(passages(5)).extracting(Crossing::getCrossingId).doesNotHaveDuplicates();
        assertThat(ledger.all(Topic.RFID_READS, PORTAL)).isNotEmpty();
        untilWarned("SPOOL_SET_ASIDE", ".spool.damaged-");
    }

    /** Whoever looks at the board is told, and what it is called. */
    private void untilWarned(String code, String detail) {
        until(() -> gate.healths(ledger).stream()
                .flatMap(health -> health.getWarningsList().stream())
                .anyMatch(warning ->
                        warning.getCode().equals(code) && warning.getDetail().contains(detail)));
    }

    private static void flipOneByte(Path dir) {
        try (Stream<Path> files = Files.list(dir)) {
            Path segment = files.filter(file ->
                            file.toString().endsWith(".spool") && file.toFile().length() > 0)
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(segment, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
