package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.standalone.servers.KafkaServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at any instant: a gate in its own process, with a real broker and readers on real sockets, while tags are carried
 * out all the time. Every other kill comes in the very moment in which a reader gets the alarm, when the crossing is least safe.
 */
class KillTest {
    private static final int READERS = 4;
    private static final int KILLS = 16;
    /** Passages whose alarm was heard, over all kills: a slow machine needs more kills for them, each at an alarm brings one. */
    private static final int ALARMS = 17;

    private static final int MOST_KILLS = 2 * KILLS + ALARMS;

    @TempDir
    Path dir;

    @Test
    void shouldLoseNoAlarmedCrossingAndDoubleNoneHoweverOftenItIsKilled() throws Exception {
        Random random = new Random();
        try (KafkaServer kafka = KafkaServer.start(dir.resolve("kafka"), 0)) {
            kafka.ensureTopics();
            try (TestLedger ledger = new TestLedger(kafka.bootstrapServers());
                    Victim victim = new Victim(dir, kafka.bootstrapServers())) {
                List<BusyExit> exits = new ArrayList<>();
                for (int number = 1; number <= READERS; number++) {
                    BusyExit exit = new BusyExit(number, victim::heard);
                    ledger.portal(exit.portal(), exit.port(), 600);
                    exits.add(exit);
                }
                exits.forEach(BusyExit::start);
                for (int kill = 0; kill < KILLS || (alarmed(exits).size() < ALARMS && kill < MOST_KILLS); kill++) {
                    until(() -> exits.stream().anyMatch(BusyExit::isWatched));
                    if (kill % 2 == 0 || kill >= KILLS) {
                        victim.killAtTheNextAlarm();
                    } else {
                        victim.killAfter(random.nextInt(1_500));
                    }
                    victim.start();
                }
                until(() -> exits.stream().allMatch(BusyExit::isWatched));
                exits.forEach(BusyExit::stop);

                Set<String> alarmed = alarmed(exits);
                victim.leave();
                check(alarmed, idsByEpc(ledger), ledger, exits);
                exits.forEach(BusyExit::close);
            }
        }
    }

    private static Set<String> alarmed(List<BusyExit> exits) {
        Set<String> alarmed = new HashSet<>();
        exits.forEach(exit -> alarmed.addAll(exit.alarmed()));
        return alarmed;
    }

    private static void check(
            Set<String> alarmed, Map<String, Set<String>> ids, TestLedger ledger, List<BusyExit> exits) {
        assertThat(alarmed).hasSizeGreaterThanOrEqualTo(ALARMS);
        assertThat(ids.keySet()).containsAll(alarmed);
        // Who keeps one incident an id, as incidents does, has one for each passage.
        assertThat(ids.values()).allSatisfy(ofOneTag -> assertThat(ofOneTag).hasSize(1));
        for (BusyExit exit : exits) {
            assertThat(ledger.all(Topic.RFID_READS, exit.portal()).stream()
                            .map(bytes -> GateWorld.parsed(() -> ReadBatch.parseFrom(bytes)))
                            .map(ReadBatch::getSequence)
                            .distinct())
                    .isSorted();
        }
    }

    private static Map<String, Set<String>> idsByEpc(TestLedger ledger) {
        Map<String, Set<String>> ids = new HashMap<>();
        for (byte[] bytes : ledger.all(Topic.RFID_CROSSINGS)) {
            Crossing crossing = GateWorld.parsed(() -> Crossing.parseFrom(bytes));
            assertThat(crossing.getVerdict()).isEqualTo(Verdict.ALARM);
            ids.computeIfAbsent(crossing.getEpc(), any -> new HashSet<>()).add(crossing.getCrossingId());
        }
        return ids;
    }

    /** The process that is killed. */
    private static final class Victim implements AutoCloseable {
        private final Path dir;
        private final String bootstrapServers;
        private volatile Process process;
        private volatile boolean aimed;

        Victim(Path dir, String bootstrapServers) throws IOException {
            this.dir = dir;
            this.bootstrapServers = bootstrapServers;
            this.process = started();
        }

        void start() throws IOException {
            process = started();
        }

        private Process started() throws IOException {
            return GateProcess.start(dir.resolve("bridge"), bootstrapServers, dir.resolve("bridge.log"));
        }

        /** On the reader's event loop, when an alarm has just arrived there. */
        void heard() {
            if (aimed) {
                aimed = false;
                process.destroyForcibly();
            }
        }

        void killAtTheNextAlarm() {
            aimed = true;
            until(() -> !process.isAlive());
        }

        void killAfter(long millis) throws InterruptedException {
            Thread.sleep(millis);
            process.destroyForcibly();
            process.waitFor();
        }

        void leave() throws IOException, InterruptedException {
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
