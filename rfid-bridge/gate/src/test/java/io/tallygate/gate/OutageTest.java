package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.gate.relay.KafkaRelay;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.spool.SpoolLanes;
import io.tallygate.gate.spool.SpoolLimits;
import io.tallygate.gate.spool.SpoolWriter;
import io.tallygate.standalone.servers.KafkaServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kafka away for an hour at a thousand reads a second: 3.6 million reads and 1 800 crossings go to the disk as the gates batch
 * them, the gate is restarted half way, the broker comes back, and goes once more while it is given what it has missed.
 */
class OutageTest {
    private static final int PORTALS = 4;
    private static final int BATCHES_A_SECOND = 5;
    private static final int READS_A_BATCH = 50;
    private static final int SECONDS = 3_600;
    private static final long READS = (long) PORTALS * BATCHES_A_SECOND * READS_A_BATCH * SECONDS;
    private static final int MOST_WAITING_BATCHES = 400;
    private static final SpoolLimits LIMITS = new SpoolLimits(8 << 20, 256 << 20);

    @TempDir
    Path dir;

    @Test
    void shouldDeliverAnHourOfReadsInOrderAfterTheBrokersReturn() throws Exception {
        KafkaServer kafka = KafkaServer.start(dir.resolve("kafka"), 0);
        kafka.ensureTopics();
        KafkaSettings settings = new KafkaSettings(kafka.bootstrapServers());
        int port = kafka.port();
        kafka.close();

        try (SpoolLanes lanes = open()) {
            gather(lanes, 0, SECONDS / 2);
        }
        try (SpoolLanes lanes = open();
                KafkaRelay crossings = new KafkaRelay("crossings", lanes.crossings(), settings::crossingProducer);
                KafkaRelay reads = new KafkaRelay("reads", lanes.reads(), settings::readProducer)) {
            crossings.start();
            reads.start();
            gather(lanes, SECONDS / 2, SECONDS);
            SpoolWriter.WriterState writer = lanes.writer().state();
            assertThat(writer.droppedReads() + writer.thinnedReads()).isZero();
            long bytes = lanes.reads().state().bytes();
            assertThat(bytes).isBetween(READS * 20, LIMITS.mostBytes());
            System.out.println("an hour at 1 000 reads/s: " + bytes / (1 << 20) + " MiB on disk");

            kafka = drain(lanes, port);
            try (KafkaArrivals arrivals = new KafkaArrivals(settings)) {
                checkReads(arrivals);
                checkCrossings(arrivals);
            }
        } finally {
            kafka.close();
        }
    }

    private KafkaServer drain(SpoolLanes lanes, int port) {
        KafkaServer kafka = KafkaServer.start(dir.resolve("kafka"), port);
        long all = lanes.reads().state().depth();
        until(() -> lanes.reads().state().depth() < all / 4 * 3);
        kafka.close();
        long left = lanes.reads().state().depth();
        assertThat(left).isPositive();
        long started = System.nanoTime();
        KafkaServer again = KafkaServer.start(dir.resolve("kafka"), port);
        until(() ->
                lanes.reads().state().depth() == 0 && lanes.crossings().state().depth() == 0);
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf("relayed %d reads in %.1f s, the broker's start among them%n", left * READS_A_BATCH, seconds);
        assertThat(lanes.reads().state().oldestSeconds()).isZero();
        assertThat(lanes.reads().state().bytes()).isLessThanOrEqualTo(2 * LIMITS.segmentBytes());
        return again;
    }

    private SpoolLanes open() throws IOException {
        return SpoolLanes.open(dir.resolve("bridge"), LIMITS, Clock.systemUTC());
    }

    private static void gather(SpoolLanes lanes, int fromSecond, int toSecond) throws InterruptedException {
        SpoolWriter writer = lanes.writer();
        for (int tick = fromSecond * BATCHES_A_SECOND; tick < toSecond * BATCHES_A_SECOND; tick++) {
            for (int portal = 0; portal < PORTALS; portal++) {
                writer.keep(batch(portal, tick));
            }
            if (tick % (2 * BATCHES_A_SECOND) == 0) {
                Crossing crossing = crossing(tick);
                writer.keep(crossing, writer.protect(crossing));
            }
            while ((tick + 1L) * PORTALS - lanes.reads().state().depth() > MOST_WAITING_BATCHES) {
                // An hour is squeezed into seconds; what a disk takes in an hour it may not take in those.
                Thread.sleep(1);
            }
        }
        until(() -> lanes.reads().state().depth() == (long) toSecond * BATCHES_A_SECOND * PORTALS);
    }

    private static ReadBatch batch(int portal, int tick) {
        ReadBatch.Builder batch = ReadBatch.newBuilder()
                .setPortalCode("H-" + portal)
                .setSequence(tick)
                .setReceivedAtUs(tick * 200_000L);
        for (int i = 0; i < READS_A_BATCH; i++) {
            batch.addReads(TagRead.newBuilder()
                    .setEpc(epc(tick + i))
                    .setAntenna(1 + i % 4)
                    .setRssiCentiDbm(-5000 - i)
                    .setSeenAtUs(tick * 200_000L + i * 4_000L)
                    .setCount(1));
        }
        return batch.build();
    }

    private static String epc(int number) {
        return "3414257BF4%014X".formatted(number % 200);
    }

    private static Crossing crossing(int tick) {
        return Crossing.newBuilder()
                .setCrossingId("crossing-" + tick)
                .setPortalCode("H-1")
                .setEpc(epc(7))
                .setDecidedAtUs(tick * 200_000L)
                .build();
    }

    private static void checkReads(KafkaArrivals arrivals) {
        long[] nextTick = new long[PORTALS];
        long[] reads = {0};
        arrivals.each(Topic.RFID_READS, bytes -> {
            ReadBatch batch = GateWorld.parsed(() -> ReadBatch.parseFrom(bytes));
            int portal = Integer.parseInt(batch.getPortalCode().substring(2));
            // Sent again after the broker's second outage: the same number, the same reads.
            if (batch.getSequence() >= nextTick[portal]) {
                assertThat(batch.getSequence()).isEqualTo(nextTick[portal]++);
                reads[0] += batch.getReadsCount();
                assertThat(batch.getReads(READS_A_BATCH - 1).getSeenAtUs())
                        .isEqualTo(batch.getSequence() * 200_000L + (READS_A_BATCH - 1) * 4_000L);
            }
        });
        assertThat(reads[0]).isEqualTo(READS);
    }

    private static void checkCrossings(KafkaArrivals arrivals) {
        List<String> ids = arrivals.all(Topic.RFID_CROSSINGS).stream()
                .map(bytes -> GateWorld.parsed(() -> Crossing.parseFrom(bytes)))
                .map(Crossing::getCrossingId)
                .distinct()
                .toList();
        assertThat(ids).hasSize(SECONDS / 2);
        assertThat(ids.stream().map(id -> Integer.valueOf(id.substring(9))).toList())
                .isSorted();
    }
}
