package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallygate.llrp.client.Backoff;
import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.GpoOutcome;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderSettings;
import io.tallygate.llrp.control.ControlCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.messages.KEEPALIVE;

/** What a reader can make the client keep: no more than its bounds; over real sockets. */
class BoundsTest extends ReaderOnASocket {

    private static final int REQUESTS = 256;
    private static final int TOO_MANY = 300;
    private static final int AT_A_TIME = 1_000;
    /** Ten megabytes of acknowledgements: more than the kernel takes for a reader that does not read. */
    private static final int ENOUGH = 1_000;

    BoundsTest() {
        super(Duration.ofSeconds(2));
    }

    @Test
    @DisplayName("bounded: a reader that sends and never reads is left")
    void shouldLeaveAReaderThatNeverReadsWhatItIsSent() throws IOException {
        try (ServerSocket deaf = new ServerSocket()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread.ofVirtual().name("never-reads").start(() -> sendOnly(deaf));
            // It never greets: without this patience that would end the connection first.
            ReaderSettings settings = ReaderSettings.of("127.0.0.1", deaf.getLocalPort(), List.of())
                    .paced(
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(5),
                            new Backoff(Duration.ofMinutes(5), Duration.ofMinutes(5)));

            try (LlrpReaderClient client = new LlrpReaderClient(settings, heard, loops)) {
                client.start();

                await().atMost(LIMIT).until(() -> !heard.ended.isEmpty());
            }

            assertThat(heard.ended.getFirst().reason()).isEqualTo(DisconnectReason.IO_ERROR);
            assertThat(heard.ended.getFirst().detail()).contains("sends and does not read");
        }
    }

    /** Each KEEPALIVE asks for an acknowledgement; none is ever read. */
    private static void sendOnly(ServerSocket deaf) {
        byte[] one = ControlCodec.encode(new KEEPALIVE(), 1);
        byte[] many = new byte[one.length * AT_A_TIME];
        for (int i = 0; i < AT_A_TIME; i++) {
            System.arraycopy(one, 0, many, i * one.length, one.length);
        }
        try (Socket client = deaf.accept()) {
            OutputStream out = client.getOutputStream();
            for (int i = 0; i < ENOUGH; i++) {
                out.write(many);
            }
            // Open until the client goes, or the test is over.
            deaf.accept().close();
        } catch (IOException left) {
            // The client has hung up, which is what the test awaits, or the test is over.
            return;
        }
    }

    @Test
    @DisplayName("bounded: no more requests wait than a gate could ever need")
    void shouldKeepNoMoreThanSoManyRequestsForAReaderThatAnswersNone() throws Exception {
        SimulatedReader reader = aConnectedReader(ReaderProfile.usual());
        reader.faults().ignore("SET_READER_CONFIG");

        List<CompletableFuture<GpoOutcome>> writes = CompletableFuture.supplyAsync(
                        this::writeTooOften, client().eventLoop())
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);

        assertThat(writes.subList(REQUESTS, TOO_MANY))
                .allSatisfy(write -> assertThat(write.getNow(new GpoOutcome.NotReady()))
                        .isInstanceOfSatisfying(GpoOutcome.Unanswered.class, it -> assertThat(it.detail())
                                .contains(REQUESTS + " requests")));
        for (CompletableFuture<GpoOutcome> each : writes) {
            assertThat(each.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(GpoOutcome.Unanswered.class);
        }
        // What was given up has made room.
        reader.faults().ignore();
        await().atMost(LIMIT)
                .until(() -> client().writeGpo(1, true).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                        instanceof GpoOutcome.Switched);
    }

    private List<CompletableFuture<GpoOutcome>> writeTooOften() {
        List<CompletableFuture<GpoOutcome>> writes = new ArrayList<>();
        for (int i = 0; i < TOO_MANY; i++) {
            writes.add(client().writeGpo(1, true).toCompletableFuture());
        }
        return writes;
    }

    /** Nobody has told yet which antennas count and what time it is there. */
    @Test
    void shouldDropAndCountWhatIsReportedBeforeTheReaderIsSetUp() {
        SimulatedReader reader = aReader(ReaderProfile.usual());
        reader.faults().fallMute(true);
        LlrpReaderClient client = aClientOf(reader.port());
        await().atMost(LIMIT).until(() -> !heard.greetings.isEmpty());

        byte[] report = ReportBytes.of(List.of(TagRead.of(LAPTOP, 1, -50)), 1);
        await().atMost(LIMIT).until(() -> {
            reader.send(report);
            return client.counters().reportsBeforeReady() >= 10;
        });

        assertThat(heard.tags).isEmpty();
        reader.faults().fallMute(false);
        readyTimes(1);
        reader.report(TagRead.of(LAPTOP, 1, -50));
        await().atMost(LIMIT).until(() -> heard.tags.size() == 1);
        assertThat(client.counters().reports()).isEqualTo(1);
    }
}
