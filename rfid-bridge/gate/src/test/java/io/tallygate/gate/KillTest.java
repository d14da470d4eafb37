package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at any instant: a gate in its own process, with a real broker and readers on real sockets, while tags are carried
 * out and in all the time, with alarms and without. Every other kill comes in the very moment in which a reader gets the alarm, when
 * the crossing is least safe.
 */
class KillTest {
    private static final int READERS = 4;
    private static final int KILLS = 16;
    /** Passages whose alarm was heard, over all kills: a slow machine needs more kills for them, each at an alarm brings one. */
    private static final int ALARMS = 17;

    /** Passages out under a permit, and as many back in, that were decided before an alarm was heard. */
    private static final int OTHERS = 4;

    /** Every other of these comes at an alarm: what was decided while nothing could be sent outlives the kill, too. */
    private static final int FIRST_WITHOUT_BROKER = 6;

    private static final int WITHOUT_BROKER = 4;

    private static final int MOST_KILLS = 2 * KILLS + ALARMS;

    @RegisterExtension
    final Broker broker = new Broker();

    @TempDir
    Path dir;

    @Test
    void shouldLoseNoDecidedCrossingAndDoubleNoneHoweverOftenItIsKilled() throws Exception {
        Random random = new Random();
        TestLedger ledger = broker.ledger();
        try (Victim victim = new Victim(dir, broker.bootstrapServers())) {
            List<BusyExit> exits = new ArrayList<>();
            for (int number = 1; number <= READERS; number++) {
                exits.add(new BusyExit(number, victim::heard));
            }
            exits.forEach(exit -> exit.enrol(ledger));
            victim.start();
            victim.awaitLedger();
            exits.forEach(exit -> ledger.portal(exit.portal(), exit.port(), 600));
            exits.forEach(BusyExit::start);
            for (int kill = 0; kill < KILLS || (alarmed(exits).size() < ALARMS && kill < MOST_KILLS); kill++) {
                until(() -> exits.stream().anyMatch(BusyExit::isWatched));
                if (kill == FIRST_WITHOUT_BROKER) {
                    broker.goesAway();
                } else if (kill == FIRST_WITHOUT_BROKER + WITHOUT_BROKER) {
                    broker.comesBack();
                }
                if (kill % 2 == 0 || kill >= KILLS) {
                    victim.killAtTheNextAlarm();
                } else {
                    victim.killAfter(random.nextInt(1_500));
                }
                victim.start();
            }
            until(() -> exits.stream().allMatch(BusyExit::isWatched));
            exits.forEach(BusyExit::stop);

            victim.leave();
            check(crossings(ledger), exits);
            checkReads(ledger, exits);
            exits.forEach(BusyExit::close);
        }
    }

    private static Set<String> alarmed(List<BusyExit> exits) {
        Set<String> alarmed = new HashSet<>();
        exits.forEach(exit -> alarmed.addAll(exit.alarmed()));
        return alarmed;
    }

    private static void check(List<Crossing> crossings, List<BusyExit> exits) {
        Map<String, Set<String>> ids = new HashMap<>();
        crossings.forEach(crossing ->
                ids.computeIfAbsent(crossing.getEpc(), any -> new HashSet<>()).add(crossing.getCrossingId()));
        Set<String> decided = new HashSet<>();
        exits.forEach(exit -> decided.addAll(exit.decided()));
        System.out.println("KillTest: " + alarmed(exits).size() + " alarms, " + decided.size() + " others decided");
        assertThat(alarmed(exits)).hasSizeGreaterThanOrEqualTo(ALARMS);
        assertThat(decided.stream().filter(BusyExit::isPermitted)).hasSizeGreaterThanOrEqualTo(OTHERS);
        assertThat(decided.stream().filter(epc -> !BusyExit.isPermitted(epc))).hasSizeGreaterThanOrEqualTo(OTHERS);
        assertThat(ids.keySet()).containsAll(alarmed(exits)).containsAll(decided);
        // Who keeps one incident an id, as incidents does, has one for each passage.
        assertThat(ids.values()).allSatisfy(ofOneTag -> assertThat(ofOneTag).hasSize(1));
        assertThat(crossings)
                .allSatisfy(crossing -> assertThat(crossing.getVerdict()).isEqualTo(verdictOf(crossing.getEpc())));
    }

    private static Verdict verdictOf(String epc) {
        if (!BusyExit.isCompanion(epc)) {
            return Verdict.ALARM;
        }
        return BusyExit.isPermitted(epc) ? Verdict.ALLOW : Verdict.RECORD;
    }

    private static void checkReads(TestLedger ledger, List<BusyExit> exits) {
        for (BusyExit exit : exits) {
            assertThat(ledger.all(Topic.RFID_READS, exit.portal()).stream()
                            .map(bytes -> GateWorld.parsed(() -> ReadBatch.parseFrom(bytes)))
                            .map(ReadBatch::getSequence)
                            .distinct())
                    .isSorted();
        }
    }

    private static List<Crossing> crossings(TestLedger ledger) {
        return ledger.all(Topic.RFID_CROSSINGS).stream()
                .map(bytes -> GateWorld.parsed(() -> Crossing.parseFrom(bytes)))
                .toList();
    }

    /** The process that is killed. */
    private static final class Victim implements AutoCloseable {
        private final Path dir;
        private final String bootstrapServers;
        private final Path log;
        private volatile @Nullable Process process;
        private volatile boolean aimed;

        Victim(Path dir, String bootstrapServers) {
            this.dir = dir;
            this.bootstrapServers = bootstrapServers;
            this.log = dir.resolve("bridge.log");
        }

        void start() throws IOException {
            process = GateProcess.start(dir.resolve("bridge"), bootstrapServers, log);
        }

        /** Waits until it knows all that was published before its start. */
        void awaitLedger() {
            until(() -> Files.readString(log).contains(GateProcess.KNOWS_THE_LEDGER));
        }

        /** On the reader's event loop, when an alarm has just arrived there. */
        void heard() {
            if (aimed) {
                aimed = false;
                running().destroyForcibly();
            }
        }

        void killAtTheNextAlarm() {
            aimed = true;
            until(() -> !running().isAlive());
        }

        void killAfter(long millis) throws InterruptedException {
            Thread.sleep(millis);
            running().destroyForcibly();
            running().waitFor();
        }

        void leave() throws IOException, InterruptedException {
            running().getOutputStream().close();
            assertThat(running().waitFor()).isZero();
        }

        private Process running() {
            return Objects.requireNonNull(process);
        }

        @Override
        public void close() {
            Process left = process;
            if (left != null) {
                left.destroyForcibly();
            }
        }
    }
}
