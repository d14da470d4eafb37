package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.llrp.client.Backoff;
import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * How long the client waits between its tries, over real sockets. A busy machine makes pauses longer, never shorter: what is held
 * against the clock is only that none is too short, and that enough tries come at all.
 */
class ReconnectTest extends ReaderOnASocket {

    private static final Duration FIRST = Duration.ofMillis(20);
    private static final Duration MOST = Duration.ofMillis(320);
    private static final int TRIES = 20;

    ReconnectTest() {
        super(Duration.ofSeconds(2));
    }

    /** When each try ended and when the next began. */
    private static final class Pauses extends RecordingListener {

        private final List<Long> nanos = new CopyOnWriteArrayList<>();
        private long endedNanos;

        @Override
        public void onConnecting() {
            if (endedNanos != 0) {
                nanos.add(System.nanoTime() - endedNanos);
            }
            super.onConnecting();
        }

        @Override
        public void onDisconnected(DisconnectReason reason, String detail) {
            super.onDisconnected(reason, detail);
            endedNanos = System.nanoTime();
        }

        /** Half of the limit that doubles with every try is the shortest that each may be. */
        private void areDoubledUpTo(Duration most) {
            for (int i = 0; i < nanos.size(); i++) {
                long shortest = Math.min(FIRST.toMillis() << i, most.toMillis()) / 2;
                assertThat(TimeUnit.NANOSECONDS.toMillis(nanos.get(i)))
                        .as("pause after try %d of %s ns", i + 1, nanos)
                        .isGreaterThanOrEqualTo(shortest);
            }
        }
    }

    private LlrpReaderClient aClientOf(int port, Backoff backoff, RecordingListener listener) {
        return new LlrpReaderClient(
                ReaderSettings.of("127.0.0.1", port, List.of())
                        .paced(Duration.ofMillis(500), Duration.ofSeconds(2), backoff),
                listener,
                loops);
    }

    /** Without a pause's limit the twentieth try would come hours later. */
    private void triesOnAndOn(int port) {
        Pauses pauses = new Pauses();
        try (LlrpReaderClient client = aClientOf(port, new Backoff(FIRST, MOST), pauses)) {
            client.start();

            await().atMost(LIMIT).until(() -> pauses.nanos.size() >= TRIES);

            pauses.areDoubledUpTo(MOST);
            assertThat(pauses.ready).isEmpty();
        }
    }

    @Test
    @DisplayName("reconnect for ever with backoff: nobody answers")
    void shouldTryMoreAndMoreSeldomAndForEverWhereItIsRefused() throws IOException {
        try (Socket taken = new Socket()) {
            // Bound and not listening: it refuses, and nobody else can be given the port.
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            triesOnAndOn(taken.getLocalPort());
        }
    }

    @Test
    @DisplayName("reconnect for ever with backoff: somebody answers and hangs up")
    void shouldTryMoreAndMoreSeldomAndForEverWhereItIsHungUpOn() throws IOException {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().name("hangs-up").start(() -> hangUp(rude));

            triesOnAndOn(rude.getLocalPort());
        }
    }

    private static void hangUp(ServerSocket rude) {
        while (!rude.isClosed()) {
            try (Socket caller = rude.accept()) {
                caller.setTcpNoDelay(true);
            } catch (IOException closed) {
                // The test is over, or this caller has gone by itself.
                continue;
            }
        }
    }

    /** Did the pauses go on doubling, the last of them would take longer than anybody waits here. */
    @Test
    void shouldComeBackAtOnceToAReaderThatTookItEachTime() {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        RecordingListener listener = new RecordingListener();
        try (LlrpReaderClient client = aClientOf(reader.port(), new Backoff(FIRST, Duration.ofHours(1)), listener)) {
            client.start();

            for (int i = 1; i <= 14; i++) {
                int times = i;
                await().atMost(LIMIT).until(() -> listener.ready.size() >= times);
                reader.disconnect();
            }
        }
    }
}
