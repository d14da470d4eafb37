package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.nio.NioEventLoopGroup;
import io.tallygate.llrp.client.Backoff;
import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.GpoOutcome;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderEvent;
import io.tallygate.llrp.client.ReaderSettings;
import io.tallygate.llrp.report.TagReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.enumerations.StatusCode;

/** The client and the simulated reader over a real socket. */
class ReaderConversationTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String LAPTOP = "3034257BF400B7800004CB2F";

    private final NioEventLoopGroup loops = new NioEventLoopGroup(2);
    private final RecordingListener heard = new RecordingListener();
    private SimulatedReader reader;
    private LlrpReaderClient client;

    @BeforeEach
    void connect() {
        reader = SimulatedReader.start(0);
        client = new LlrpReaderClient(settings(), heard, loops);
    }

    @AfterEach
    void disconnect() throws Exception {
        client.stop().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        reader.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    private ReaderSettings settings() {
        return settings(Duration.ofSeconds(2));
    }

    private ReaderSettings settings(Duration answer) {
        return ReaderSettings.of("127.0.0.1", reader.port(), List.of(1, 2, 3, 4))
                .paced(Duration.ofSeconds(1), answer, new Backoff(Duration.ofMillis(20), Duration.ofMillis(100)));
    }

    private void aReadyReader() {
        client.start();
        await().atMost(LIMIT).until(() -> !heard.ready.isEmpty());
    }

    private void readyTimes(int times) {
        await().atMost(LIMIT).until(() -> heard.ready.size() >= times);
    }

    private GpoOutcome gpo(int port, boolean on) throws Exception {
        return client.writeGpo(port, on).toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void shouldSetTheReaderUpAndHearItsTags() {
        aReadyReader();

        reader.report(new TagRead(LAPTOP, 2, -57.0, 1_700_000_000_000_000L, "E2801160600002054E1A4B2C"));

        await().atMost(LIMIT).until(() -> heard.calls.contains("report end"));
        assertThat(heard.calls).containsExactly("connecting", "ready", "tag", "report end");
        assertThat(heard.tags)
                .containsExactly(new RecordingListener.Tag(
                        LAPTOP, 2, -57.0, 1_700_000_000_000_000L, "E2801160600002054E1A4B2C"));
        assertThat(heard.ready.getFirst().outputs()).isEqualTo(ControlPlane.OUTPUTS);
        assertThat(reader.state().reading()).isTrue();
    }

    @Test
    void shouldHearEveryReadOfAPassageInOrder() throws Exception {
        aReadyReader();

        int reads =
                reader.pass(new Passage(LAPTOP, null, Direction.OUT, 3.0, 1)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);

        await().atMost(LIMIT).until(() -> heard.tags.size() == reads);
        assertThat(heard.tags)
                .extracting(RecordingListener.Tag::firstSeenMicros)
                .isSorted();
        assertThat(heard.tags.getFirst().antenna()).isIn(1, 2);
        assertThat(heard.tags.getLast().antenna()).isIn(3, 4);
    }

    @Test
    void shouldHearADuplicateDeliveryTwice() {
        aReadyReader();

        reader.reportTwice(TagRead.of(LAPTOP, 1, -50));

        await().atMost(LIMIT).until(() -> heard.tags.size() == 2);
        assertThat(heard.tags.get(0)).isEqualTo(heard.tags.get(1));
    }

    @Test
    void shouldSwitchAnOutputAndLearnThatItDid() throws Exception {
        aReadyReader();

        assertThat(gpo(1, true)).isInstanceOf(GpoOutcome.Switched.class);
        assertThat(reader.gpo(1)).isTrue();
        assertThat(gpo(1, false)).isInstanceOf(GpoOutcome.Switched.class);
        assertThat(reader.gpo().history()).extracting(GpoBank.Change::on).containsExactly(true, false);
    }

    @Test
    void shouldLearnThatAnOutputIsNotThere() throws Exception {
        aReadyReader();

        assertThat(gpo(9, true)).isInstanceOfSatisfying(GpoOutcome.Rejected.class, rejected -> {
            assertThat(rejected.status().code()).isEqualTo(StatusCode.M_ParameterError);
            assertThat(rejected.status().describe()).contains("parameter 219").contains("no output 9");
        });
        assertThat(reader.gpo().history()).isEmpty();
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldSayThatNoReaderIsReadyToSwitch() throws Exception {
        assertThat(gpo(1, true)).isEqualTo(new GpoOutcome.NotReady());
    }

    @Test
    void shouldNameTheStepThatTheReaderRejects() {
        reader.reject("ADD_ROSPEC", StatusCode.M_ParameterError, "mode 1002 unknown");

        client.start();

        await().atMost(LIMIT).until(() -> heard.ended.size() >= 2);
        assertThat(heard.ended.getFirst().reason()).isEqualTo(DisconnectReason.SETUP_REJECTED);
        assertThat(heard.ended.getFirst().detail())
                .contains("ADD_ROSPEC")
                .contains("M_ParameterError")
                .contains("mode 1002");
        reader.acceptAll();
        readyTimes(1);
    }

    @Test
    void shouldSayWhichAntennasAreMissing() {
        client = new LlrpReaderClient(ReaderSettings.of("127.0.0.1", reader.port(), List.of(1, 7)), heard, loops);

        client.start();

        await().atMost(LIMIT).until(() -> !heard.ended.isEmpty());
        assertThat(heard.ended.getFirst().reason()).isEqualTo(DisconnectReason.ANTENNAS_MISSING);
        assertThat(heard.ended.getFirst().detail()).contains("[7]");
    }

    @Test
    void shouldComeBackAfterTheConnectionWasDropped() {
        aReadyReader();

        reader.disconnect();

        readyTimes(2);
        assertThat(heard.reasons()).contains(DisconnectReason.CLOSED_BY_READER);
        reader.report(TagRead.of(LAPTOP, 1, -50));
        await().atMost(LIMIT).until(() -> heard.tags.size() == 1);
    }

    @Test
    void shouldKeepTryingWhileTheReaderIsAway() {
        aReadyReader();

        reader.away();
        await().atMost(LIMIT).until(() -> heard.reasons().contains(DisconnectReason.CONNECT_FAILED));
        reader.back();

        readyTimes(2);
    }

    @Test
    void shouldNoticeAHalfOpenConnectionAndComeBack() {
        aReadyReader();

        reader.freeze();
        await().atMost(LIMIT).until(() -> heard.reasons().contains(DisconnectReason.KEEPALIVE_MISSED));
        reader.back();

        readyTimes(2);
    }

    @Test
    void shouldSaySoWhenTheReaderNeverGreets() {
        reader.freeze();
        client = new LlrpReaderClient(settings(Duration.ofMillis(200)), heard, loops);

        client.start();

        await().atMost(LIMIT).until(() -> heard.reasons().contains(DisconnectReason.REFUSED_BY_READER));
    }

    @Test
    void shouldLoseTheConnectionAndNothingElseToGarbage() {
        aReadyReader();

        reader.send("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        readyTimes(2);
        assertThat(heard.ended.getFirst().reason()).isEqualTo(DisconnectReason.MALFORMED_FRAME);
        assertThat(heard.ended.getFirst().detail()).contains("RESERVED_BITS_SET");
        assertThat(client.counters().malformed()).isEqualTo(1);
    }

    @Test
    void shouldLoseTheConnectionToALyingReport() {
        aReadyReader();
        byte[] report = ReportBytes.of(List.of(TagRead.of(LAPTOP, 1, -50)), 1);
        report[13] = 3;

        reader.send(report);

        readyTimes(2);
        assertThat(heard.ended.getFirst().reason()).isEqualTo(DisconnectReason.MALFORMED_REPORT);
        assertThat(heard.ended.getFirst().detail()).contains("PARAMETER_TOO_SHORT");
    }

    @Test
    void shouldBeTurnedAwayWhileAnotherClientHoldsTheReader() throws Exception {
        aReadyReader();
        RecordingListener second = new RecordingListener();
        LlrpReaderClient other = new LlrpReaderClient(settings(), second, loops);

        other.start();

        await().atMost(LIMIT).until(() -> second.reasons().contains(DisconnectReason.REFUSED_BY_READER));
        other.stop().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(second.ready).isEmpty();
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldAnswerEachKeepaliveWithItsOwnId() {
        aReadyReader();

        await().atMost(LIMIT).until(() -> reader.state().keepalivesAcknowledged() >= 3);

        assertThat(reader.state().keepalivesMismatched()).isZero();
        assertThat(heard.ended).isEmpty();
    }

    @Test
    void shouldGetWhatTheReaderHeldWhileItWasGone() {
        aReadyReader();
        client.stop().toCompletableFuture().join();
        // Until the reader has seen it go, it would send the report into the closing connection.
        await().atMost(LIMIT).until(() -> !reader.state().connected());
        reader.report(TagRead.of(LAPTOP, 1, -50));
        await().atMost(LIMIT).until(() -> reader.state().reportsHeld() == 1);

        client = new LlrpReaderClient(settings(), heard, loops);
        client.start();

        await().atMost(LIMIT).until(() -> heard.tags.size() == 1);
        assertThat(heard.calls).endsWith("connecting", "ready", "tag", "report end");
    }

    @Test
    void shouldPassOnWhatTheReaderSaysOfItsAntennas() {
        aReadyReader();

        reader.antenna(3, false);

        await().atMost(LIMIT).until(() -> !heard.events.isEmpty());
        assertThat(heard.events).containsExactly(new ReaderEvent.AntennaChanged(3, false));
    }

    @Test
    void shouldKeepTheConnectionWhenItsListenerFails() {
        RecordingListener failing = new RecordingListener() {
            @Override
            public void onTag(TagReport tag, long receivedNanos) {
                super.onTag(tag, receivedNanos);
                throw new IllegalStateException("a listener's bug");
            }
        };
        client = new LlrpReaderClient(settings(), failing, loops);
        client.start();
        await().atMost(LIMIT).until(() -> !failing.ready.isEmpty());

        reader.report(TagRead.of(LAPTOP, 1, -50), TagRead.of(LAPTOP, 2, -50));

        await().atMost(LIMIT).until(() -> failing.tags.size() == 2);
        assertThat(client.counters().listenerFailures()).isEqualTo(2);
        assertThat(failing.ended).isEmpty();
    }
}
