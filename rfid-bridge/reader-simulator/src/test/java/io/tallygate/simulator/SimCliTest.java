package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.nio.NioEventLoopGroup;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, the control API behind it, and the reader behind that. */
class SimCliTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String LAPTOP = "3034257BF400B7800004CB2F";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private SimulatedReader reader;
    private ControlApi api;

    @BeforeEach
    void start() throws IOException {
        reader = SimulatedReader.start("P-101", 0);
        api = ControlApi.start(Map.of("P-101", reader), 0);
    }

    @AfterEach
    void stop() {
        api.close();
        reader.close();
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    private int sim(String words) {
        out.reset();
        err.reset();
        return new SimCli(
                        base(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(words.split(" "));
    }

    private JsonNode answer() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    @Test
    void shouldShowEveryReader() throws Exception {
        assertThat(sim("readers")).isZero();

        assertThat(answer()).hasSize(1);
        assertThat(answer().get(0).path("code").asText()).isEqualTo("P-101");
        assertThat(answer().get(0).path("mode").asText()).isEqualTo("ONLINE");
        assertThat(answer().get(0).path("connected").asBoolean()).isFalse();
    }

    @Test
    void shouldCarryATagPastAConnectedReaderTwice() throws Exception {
        NioEventLoopGroup loops = new NioEventLoopGroup(1);
        RecordingListener heard = new RecordingListener();
        LlrpReaderClient client =
                new LlrpReaderClient(ReaderSettings.of("127.0.0.1", reader.port(), List.of()), heard, loops);
        client.start();
        await().atMost(LIMIT).until(() -> !heard.ready.isEmpty());

        assertThat(sim("pass P-101 " + LAPTOP + " out --speed 3 --tid E2801160 --twice"))
                .isZero();

        int reads = answer().path("reads").asInt();
        assertThat(answer().path("reading").asBoolean()).isTrue();
        await().atMost(LIMIT).until(() -> heard.tags.size() == reads);
        assertThat(heard.tags)
                .allMatch(it -> it.epc().equals(LAPTOP) && it.tid().equals("E2801160"));
        assertThat(heard.tags.get(0)).isEqualTo(heard.tags.get(1));
        client.stop().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    @Test
    void shouldReadWhatLiesOnADeskUntilItIsTakenAway() throws Exception {
        NioEventLoopGroup loops = new NioEventLoopGroup(1);
        RecordingListener heard = new RecordingListener();
        LlrpReaderClient client =
                new LlrpReaderClient(ReaderSettings.of("127.0.0.1", reader.port(), List.of(1)), heard, loops);
        client.start();
        await().atMost(LIMIT).until(() -> !heard.ready.isEmpty());

        assertThat(sim("desk P-101 put " + LAPTOP + " --tid E2801160 --dbm -50"))
                .isZero();

        await().atMost(LIMIT).until(() -> heard.tags.size() >= 3);
        assertThat(heard.tags)
                .allMatch(it -> it.epc().equals(LAPTOP) && it.tid().equals("E2801160"));
        assertThat(sim("desk P-101 take " + LAPTOP)).isZero();
        assertThat(sim("desk P-101 put 3034257BF400B7800004CB30")).isZero();
        await().atMost(LIMIT)
                .until(() -> heard.tags.getLast().epc().equals("3034257BF400B7800004CB30")
                        && heard.tags.getLast().tid().isEmpty());
        client.stop().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    @Test
    void shouldReadNothingThroughACutCableAndSayNothingOfIt() throws Exception {
        NioEventLoopGroup loops = new NioEventLoopGroup(1);
        RecordingListener heard = new RecordingListener();
        LlrpReaderClient client =
                new LlrpReaderClient(ReaderSettings.of("127.0.0.1", reader.port(), List.of(1, 3)), heard, loops);
        client.start();
        await().atMost(LIMIT).until(() -> !heard.ready.isEmpty());
        assertThat(sim("desk P-101 put " + LAPTOP + " --antennas 1,3")).isZero();
        await().atMost(LIMIT).until(() -> latestAntennas(heard).equals(Set.of(1, 3)));

        assertThat(sim("cable P-101 3 cut")).isZero();
        await().atMost(LIMIT).until(() -> latestAntennas(heard).equals(Set.of(1)));
        assertThat(heard.events).isEmpty();
        assertThat(sim("cable P-101 3 whole")).isZero();
        await().atMost(LIMIT).until(() -> latestAntennas(heard).equals(Set.of(1, 3)));

        client.stop().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    /** Of the latest reads, more than one report has. */
    private static Set<Integer> latestAntennas(RecordingListener heard) {
        int reads = heard.tags.size();
        return heard.tags.subList(Math.max(0, reads - 4), reads).stream()
                .map(RecordingListener.Tag::antenna)
                .collect(Collectors.toSet());
    }

    @Test
    void shouldShowWhatWasWrittenToTheOutputs() throws Exception {
        reader.gpo().write(new GpoBank.Change(1, true, 1_700_000_000_000_000L, 1));

        assertThat(sim("gpo P-101")).isZero();

        assertThat(answer().path("gpo").path("1").asBoolean()).isTrue();
        assertThat(answer().path("gpoHistory").get(0).path("epochMicros").asLong())
                .isEqualTo(1_700_000_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"away, AWAY", "freeze, FROZEN"})
    void shouldTakeAReaderAwayAndBringItBack(String command, String mode) throws Exception {
        assertThat(sim(command + " P-101")).isZero();
        assertThat(answer().path("mode").asText()).isEqualTo(mode);

        assertThat(sim("back P-101")).isZero();
        assertThat(answer().path("mode").asText()).isEqualTo("ONLINE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "antenna P-101 3 lost",
                "cable P-101 3 cut",
                "gpi P-101 1 high",
                "contact P-101 1 2",
                "stop P-101",
                "disable P-101",
                "forget P-101",
                "rospec P-101 4711 runs",
                "rospec P-101 4711 gone",
                "slow P-101 on",
                "mute P-101 on",
                "mute P-101 off",
                "stick P-101 1",
                "buffer P-101 100",
                "exception P-101 fan",
                "goodbye P-101",
                "lie P-101 too-large",
                "lie P-101 parameter-beyond-frame"
            })
    void shouldPutAFaultUponAReader(String words) throws Exception {
        assertThat(sim(words)).isZero();

        assertThat(answer().path("code").asText()).isEqualTo("P-101");
    }

    @Test
    void shouldRebootAReader() {
        assertThat(sim("reboot P-101 0")).isZero();

        await().atMost(LIMIT).until(() -> reader.state().mode() == ReaderState.Mode.ONLINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly P-101",
                "pass",
                "pass P-101",
                "pass P-101 " + LAPTOP,
                "pass P-101 " + LAPTOP + " sideways",
                "pass P-101 " + LAPTOP + " out --speed fast",
                "pass P-101 " + LAPTOP + " out --loudly",
                "desk P-101",
                "desk P-101 put",
                "desk P-101 throw " + LAPTOP,
                "desk P-101 put " + LAPTOP + " --dbm loud",
                "desk P-101 take " + LAPTOP + " --all",
                "away",
                "away P-101 P-102",
                "away ../readers"
            })
    void shouldShowHowItIsUsed(String words) {
        assertThat(sim(words)).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: sim");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "away P-999, UNKNOWN_READER",
        "antenna P-101, INVALID_FAULT",
        "antenna P-101 3 gone, INVALID_FAULT",
        "antenna P-101 0 lost, INVALID_FAULT",
        "cable P-101 3 lost, INVALID_FAULT",
        "buffer P-101 101, INVALID_FAULT",
        "rospec P-101 7411 gone, INVALID_FAULT",
        "rospec P-101 4711 stays, INVALID_FAULT",
        "lie P-101 outright, INVALID_FAULT",
        "slow P-101 very, INVALID_FAULT",
        "mute P-101 very, INVALID_FAULT",
        "desk P-101 put 303, INVALID_DESK",
        "desk P-101 put 3034 --dbm 3, INVALID_DESK",
        "desk P-101 put 3034 --antennas 0, INVALID_DESK",
        "desk P-101 put 3034 --antennas 1;3, INVALID_DESK",
        "desk P-101 put 3034 --antennas 65, INVALID_DESK",
        "pass P-101 3034 out --speed 9, INVALID_PASSAGE",
        "pass P-101 303 out, INVALID_PASSAGE",
        "pass P-101 3034 out --tid E2, INVALID_PASSAGE",
        "pass P-101 3034 out --repeat 0, INVALID_PASSAGE"
    })
    void shouldFailWithTheReasonOfTheRefusal(String words, String code) {
        assertThat(sim(words)).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains(code);
    }

    @Test
    void shouldFailWhenNobodyListens() {
        api.close();

        assertThat(sim("readers")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no reader simulator on");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /readers/P-101/passages, 405",
        "POST, /readers, 405",
        "DELETE, /readers/P-101/away, 405",
        "POST, /readers/P-101/dance, 404",
        "POST, /readers/P-101/desk, 400",
        "POST, /readers/P-101/passages/1, 404",
        "POST, /readers/P-101/passages, 400"
    })
    void shouldRefuseOtherCalls(String method, String path, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString("{\"epc\":"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(status);
        }
    }
}
