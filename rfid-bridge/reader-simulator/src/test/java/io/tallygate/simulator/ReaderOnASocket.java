package io.tallygate.simulator;

import static org.awaitility.Awaitility.await;

import io.netty.channel.nio.NioEventLoopGroup;
import io.tallygate.llrp.client.Backoff;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A simulated reader, the bridge's client on a real socket to it, and what the client hears. */
abstract class ReaderOnASocket {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final String LAPTOP = "3034257BF400B7800004CB2F";

    final NioEventLoopGroup loops = new NioEventLoopGroup(1);
    final RecordingListener heard = new RecordingListener();
    private final Duration patience;
    private @Nullable SimulatedReader playing;
    private @Nullable LlrpReaderClient connected;

    /** @param patience how long the client waits for an answer */
    ReaderOnASocket(Duration patience) {
        this.patience = patience;
    }

    @AfterEach
    void disconnect() throws Exception {
        if (connected != null) {
            connected.stop().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
        if (playing != null) {
            playing.close();
        }
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    SimulatedReader aReader(ReaderProfile profile) {
        SimulatedReader reader = SimulatedReader.start("P-101", 0, profile);
        playing = reader;
        return reader;
    }

    LlrpReaderClient aClientOf(int port) {
        ReaderSettings settings = ReaderSettings.of("127.0.0.1", port, List.of(1, 2, 3, 4))
                .paced(Duration.ofMillis(500), patience, new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)));
        LlrpReaderClient client = new LlrpReaderClient(settings, heard, loops);
        connected = client;
        client.start();
        return client;
    }

    LlrpReaderClient client() {
        return Objects.requireNonNull(connected);
    }

    SimulatedReader aConnectedReader(ReaderProfile profile) {
        SimulatedReader reader = aReader(profile);
        aClientOf(reader.port());
        readyTimes(1);
        return reader;
    }

    void readyTimes(int times) {
        await().atMost(LIMIT).until(() -> heard.ready.size() >= times);
    }
}
