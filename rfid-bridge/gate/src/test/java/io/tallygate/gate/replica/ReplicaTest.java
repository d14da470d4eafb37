package io.tallygate.gate.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.crossing.Epc;
import io.tallygate.gate.Broker;
import io.tallygate.gate.TestLedger;
import io.tallygate.gate.ledger.ItemId;
import io.tallygate.gate.ledger.KnownPermit;
import io.tallygate.gate.relay.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rocksdb.RocksDBException;

class ReplicaTest {
    private static final String FIRST = "3414257BF400000000000A01";
    private static final String SECOND = "3414257BF400000000000A02";

    @RegisterExtension
    static final Broker broker = new Broker();

    @TempDir
    Path dir;

    private TestLedger ledger;
    private Replica replica;
    private ReplicaFollower follower;

    @BeforeEach
    void follow() {
        ledger = broker.ledger();
        ledger.item(FIRST, "item-1");
        ledger.item(SECOND, "item-2");
        open();
        until(() -> replica.index().itemCount() == 2 && replica.index().ageAt(Instant.now()) != null);
    }

    @AfterEach
    void close() throws InterruptedException {
        follower.close();
        replica.close();
    }

    private void open() {
        replica = Replica.open(home(), Clock.systemUTC());
        follower = new ReplicaFollower(
                replica, new KafkaSettings(broker.bootstrapServers())::replicaConsumer, Clock.systemUTC());
        follower.start();
    }

    private Path home() {
        return dir.resolve("replica");
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    @Test
    void shouldForgetWhatTheLedgerDeletes() {
        ledger.publish(Topic.LEDGER_TAGGED_ITEMS, FIRST, null);

        until(() -> replica.index().item(new Epc(FIRST)) == null);
        assertThat(replica.index().item(new Epc(SECOND))).isNotNull();
    }

    @Test
    void shouldKnowThePermitsOfAnItemWhileTheyAreInForce() {
        ItemId item = new ItemId("item-1");
        ledger.permit("permit-1", "item-1", "P-101", PermitState.PENDING);
        ledger.permit("permit-2", "item-1", "P-101", PermitState.ACTIVE);
        until(() -> !replica.index().permitsOf(item).isEmpty());
        assertThat(replica.index().permitsOf(item))
                .extracting(KnownPermit::permitId)
                .hasToString("[permit-2]");

        ledger.permit("permit-2", "item-1", "P-101", PermitState.CLOSED);
        until(() -> replica.index().permitsOf(item).isEmpty());
    }

    @Test
    void shouldBeUsableFromDiskAloneAndGoOnWhereItStopped() throws InterruptedException {
        close();
        replica = Replica.open(home(), Clock.systemUTC());

        assertThat(replica.index().item(new Epc(FIRST))).isNotNull();
        assertThat(replica.index().ageAt(Instant.now())).isNotNull();

        replica.close();
        ledger.publish(Topic.LEDGER_TAGGED_ITEMS, SECOND, null);
        open();
        until(() -> replica.index().item(new Epc(SECOND)) == null);
    }

    @Test
    void shouldKeepTheOldTruthWhenARecordCannotBeRead() {
        ledger.publishBytes(Topic.LEDGER_TAGGED_ITEMS, FIRST, new byte[] {1, 2, 3});

        until(() -> replica.index().unusableRecords() > 0);
        assertThat(replica.index().item(new Epc(FIRST))).isNotNull();
    }

    /** Files of RocksDB, by the beginning or the end of their names, and the directory itself. */
    @ParameterizedTest
    @ValueSource(strings = {"MANIFEST", "CURRENT", ".sst", "replica"})
    void shouldSetADamagedStoreAsideAndRebuildIt(String damaged) throws Exception {
        close();
        // What is only in the write-ahead log comes to a file of its own when the store is opened again.
        Replica.open(home(), Clock.systemUTC()).close();
        damage(damaged);

        replica = Replica.open(home(), Clock.systemUTC());
        assertThat(replica.index().itemCount()).isZero();
        assertThat(replica.index().ageAt(Instant.now())).isNull();
        assertThat(replica.setAside()).hasSize(1);
        assertThat(setAside()).isEqualTo(1);

        replica.close();
        open();
        until(() -> replica.index().itemCount() == 2);
    }

    private void damage(String which) throws IOException {
        if (which.equals("replica")) {
            Files.move(home(), dir.resolve("elsewhere"));
            Files.write(home(), new byte[] {1, 2, 3});
            return;
        }
        try (Stream<Path> files = Files.list(home())) {
            for (Path file : files.filter(
                            found -> found.getFileName().toString().startsWith(which)
                                    || found.getFileName().toString().endsWith(which))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int at = 0; at < bytes.length; at += 3) {
                    bytes[at] ^= 0x55;
                }
                Files.write(file, bytes);
            }
        }
    }

    @Test
    void shouldKnowItsPortalsThoughTheStoreIsLost() throws Exception {
        ledger.portal("R-1", 5084, 10);
        until(() -> replica.index().portals().size() == 1);
        close();
        damage("MANIFEST");

        replica = Replica.open(home(), Clock.systemUTC());
        assertThat(replica.index().portals()).hasSize(1);
        assertThat(replica.index().ageAt(Instant.now())).isNull();

        ledger.publish(Topic.FACILITIES_PORTALS, "R-1", null);
        replica.close();
        open();
        until(() -> replica.index().itemCount() == 2 && replica.index().ageAt(Instant.now()) != null);
        assertThat(replica.index().portals()).isEmpty();
    }

    @Test
    void shouldSetAStoreAsideThatCannotBeWrittenAndKeepWhatIsKnownInForceMeanwhile() throws Exception {
        follower.close();
        ledger.publish(Topic.LEDGER_TAGGED_ITEMS, SECOND, null);
        replica.renew(new RocksDBException("No space left on device"));
        assertThat(replica.index().itemCount()).isEqualTo(2);
        assertThat(replica.setAside()).hasSize(1);

        follower = new ReplicaFollower(
                replica, new KafkaSettings(broker.bootstrapServers())::replicaConsumer, Clock.systemUTC());
        follower.start();
        until(() -> replica.index().itemCount() == 1);
        assertThat(replica.index().item(new Epc(FIRST))).isNotNull();
    }

    private long setAside() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> file.getFileName().toString().startsWith("replica.unreadable-"))
                    .count();
        }
    }

    @Test
    void shouldDropWhatAFullReadingNoLongerBrings() throws Exception {
        close();
        replica = Replica.open(home(), Clock.systemUTC());
        // As if its tombstone had been compacted away while this gate was off for long.
        replica.apply(java.util.List.of(new LedgerRecord(
                ReplicaTopic.ITEMS,
                0,
                Long.MAX_VALUE - 2,
                "3414257BF400000000000AFF",
                io.tallygate.contracts.ledger.v1.TaggedItem.newBuilder()
                        .setEpc("3414257BF400000000000AFF")
                        .setItemId("gone")
                        .build()
                        .toByteArray())));
        assertThat(replica.index().item(new Epc("3414257BF400000000000AFF"))).isNotNull();
        replica.close();

        open();
        until(() -> replica.index().item(new Epc("3414257BF400000000000AFF")) == null);
        assertThat(replica.index().itemCount()).isEqualTo(2);
    }
}
