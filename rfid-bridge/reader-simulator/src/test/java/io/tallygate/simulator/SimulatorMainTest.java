package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.tallygate.llrp.client.CertificatePin;
import io.tallygate.llrp.client.LlrpReaderClient;
import io.tallygate.llrp.client.ReaderSettings;
import io.tallygate.simulator.SimulatorOptions.Kind;
import io.tallygate.simulator.SimulatorOptions.Listening;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorMainTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void shouldReadItsCommandLine() {
        SimulatorOptions options = SimulatorOptions.parse(
                "--reader P-101=5084 --tls-reader P-102=5085 --impinj-reader P-103=5086 --control 8088".split(" "));

        assertThat(options.readers())
                .containsEntry("P-101", new Listening(5084, Kind.PLAIN))
                .containsEntry("P-102", new Listening(5085, Kind.TLS))
                .containsEntry("P-103", new Listening(5086, Kind.IMPINJ));
        assertThat(options.control()).isEqualTo(8088);
        assertThat(SimulatorOptions.parse("--reader", "P-1=0").control()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--control 8088",
                "--reader P-101 --control 1",
                "--reader =5 --control 1",
                "--reader a/b=5 --control 1",
                "--reader P=70000 --control 1",
                "--tls-reader P=70000",
                "--reader P=1 --reader P=2 --control 1",
                "--reader P=1 --tls-reader P=2",
                "--reader P=1 --control",
                "--what P=1 --control 1"
            })
    void shouldRefuseAnythingElse(String line) {
        assertThatThrownBy(() -> SimulatorOptions.parse(line.split(" "))).isInstanceOf(IllegalArgumentException.class);
    }

    private SimulatorMain started(String line) throws IOException {
        return SimulatorMain.start(
                SimulatorOptions.parse(line.split(" ")), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private List<JsonNode> printed() throws IOException {
        return new ObjectMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(out.toByteArray())
                .readAll();
    }

    @Test
    void shouldPlayAReaderOverTlsWhosePinItPrints() throws Exception {
        try (SimulatorMain running = started("--reader P-1=0 --tls-reader P-2=0 --control 0")) {
            assertThat(running).isNotNull();
            assertThat(printed()).hasSize(3);
            JsonNode plain = printed().get(0);
            JsonNode secure = printed().get(1);
            assertThat(plain.path("code").asText()).isEqualTo("P-1");
            assertThat(plain.path("reader").has("tlsPinSha256")).isFalse();
            assertThat(secure.path("reader").path("host").asText()).isEqualTo("127.0.0.1");
            assertThat(secure.path("reader").path("tls").asBoolean()).isTrue();
            assertThat(printed().get(2).path("control").asInt()).isPositive();

            String pin = secure.path("reader").path("tlsPinSha256").asText();
            assertThat(isReadyOver(secure.path("reader").path("port").asInt(), new CertificatePin(pin).clientContext()))
                    .isTrue();
        }
    }

    private static boolean isReadyOver(int port, SslContext tls) throws Exception {
        NioEventLoopGroup group = new NioEventLoopGroup(1);
        RecordingListener listener = new RecordingListener();
        LlrpReaderClient client =
                new LlrpReaderClient(ReaderSettings.of("127.0.0.1", port, List.of(1)), listener, group, tls);
        try {
            client.start();
            await().atMost(LIMIT).until(() -> !listener.ready.isEmpty());
            return true;
        } finally {
            client.stop().toCompletableFuture().get(10, TimeUnit.SECONDS);
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }

    @Test
    void shouldLeaveNothingRunningWhereAPortIsTaken() throws Exception {
        try (SimulatedReader taken = SimulatedReader.start(0)) {
            assertThatThrownBy(() -> started("--reader P-1=0 --reader P-2=" + taken.port() + " --control 0"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + taken.port() + " of reader P-2");

            int first = printed().getFirst().path("reader").path("port").asInt();
            try (SimulatedReader again = SimulatedReader.start(first)) {
                assertThat(again.port()).isEqualTo(first);
            }
        }
    }
}
