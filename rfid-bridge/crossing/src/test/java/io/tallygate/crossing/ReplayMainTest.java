package io.tallygate.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayMainTest {
    private static final String PORTAL = """
            {"code":"P-101","antennas":[{"id":1,"zone":"INSIDE"},{"id":2,"zone":"INSIDE"},
             {"id":3,"zone":"OUTSIDE"},{"id":4,"zone":"OUTSIDE"}]}
            """;

    @TempDir
    Path dir;

    private Path portal;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writePortal() throws IOException {
        portal = Files.writeString(dir.resolve("portal.json"), PORTAL);
    }

    private int replay(String... args) {
        return new ReplayMain(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(args));
    }

    private String trace(String name, double from) throws IOException {
        String lines = new RadioModel(2, 200, 100_000, 1.0)
                .observe(List.of(Passages.tag(Passages.CARRIED, Passages.walking(from, 1))), 8, new Random(4)).stream()
                        .map(read -> String.format(
                                Locale.ROOT,
                                "{\"t_us\":%d,\"antenna\":%d,\"epc\":\"%s\",\"rssi_dbm\":%.1f,\"phase_deg\":12.5}",
                                read.timeUs(),
                                read.antenna(),
                                read.epc().hex().toLowerCase(Locale.ROOT),
                                read.rssiDbm()))
                        .collect(Collectors.joining("\n"));
        return Files.writeString(dir.resolve(name), lines).toString();
    }

    @Test
    void shouldPrintALinePerCrossingOfEachTrace() throws IOException {
        int status = replay("--portal", portal.toString(), trace("out.jsonl", -3), trace("in.jsonl", 3));

        assertThat(status).isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertThat(first.path("trace").asText()).isEqualTo("out.jsonl");
        assertThat(first.path("epc").asText()).isEqualTo(Passages.CARRIED.hex());
        assertThat(first.path("direction").asText()).isEqualTo("OUT");
        assertThat(first.path("decided_at_us").asLong()).isBetween(3_500_000L, 4_800_000L);
        assertThat(first.path("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(lines.get(1)).contains("\"in.jsonl\"").contains("\"IN\"");
    }

    @Test
    void shouldSayWhatACrossingRestsOn() throws IOException {
        replay("--portal", portal.toString(), trace("out.jsonl", -3));

        JsonNode figures = new ObjectMapper().readTree(out.toByteArray()).path("figures");
        assertThat(figures.path("probability").asDouble()).isGreaterThan(0.6);
        assertThat(figures.path("position_m").asDouble()).isBetween(-1.0, 1.0);
        assertThat(figures.path("swing_db").asDouble()).isGreaterThan(6);
    }

    @Test
    void shouldTellTheMomentOfACrossingShiftedAsTheReadThatSettlesItSays() throws IOException {
        Path plain = Path.of(trace("out.jsonl", -3));
        Path shifted = Files.writeString(
                dir.resolve("shifted.jsonl"),
                Files.readString(plain).replace("\"phase_deg\":12.5", "\"shift_us\":-250000"));

        replay("--portal", portal.toString(), plain.toString(), shifted.toString());

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        JsonNode second = new ObjectMapper().readTree(lines.getLast());
        assertThat(second.path("decided_at_us").asLong())
                .isEqualTo(first.path("decided_at_us").asLong() - 250_000);
        assertThat(second.path("figures")).isEqualTo(first.path("figures"));
    }

    @Test
    void shouldReadAPortalAndAReadAsTheyWereWritten() throws Exception {
        PortalLayout layout = new PortalLayout("P-7", Map.of(1, Zone.INSIDE, 3, Zone.OUTSIDE));
        PortalFile written =
                new PortalFile(layout, new CrossingTuning(0.8, 0.1, 5, 3, Map.of(1, -66.5), Map.of(3, 2.25)));
        TracedRead read = new TracedRead(new TagObservation(7, 3, Passages.CARRIED, -57.25, 90, -12.5, 7), 4);
        TracedRead poorer = new TracedRead(TagObservation.of(8, 1, Passages.CARRIED, -60), 0);
        StringBuilder lines = new StringBuilder();
        TraceFile.write(lines, read);
        TraceFile.write(lines, poorer);
        Path trace = Files.writeString(dir.resolve("written.jsonl"), lines);
        Files.writeString(portal, written.json());

        List<TracedRead> reads = new ArrayList<>();
        TraceFile.readTraced(trace, layout, reads::add);

        assertThat(PortalFile.read(portal)).isEqualTo(written);
        assertThat(reads).containsExactly(read, poorer);
    }

    @Test
    void shouldNameTheTuningInTheRuleVersion() throws IOException {
        Files.writeString(portal, PORTAL.replaceFirst("\\{", "{\"tuning\":{\"certainty\":0.6},"));

        replay("--portal", portal.toString(), trace("out.jsonl", -3));

        assertThat(new ObjectMapper()
                        .readTree(out.toByteArray())
                        .path("rule_version")
                        .asText())
                .matches("line-filter/6\\+[0-9a-f]{8}");
    }

    @Test
    void shouldTakeTheTuningOfThePortal() throws IOException {
        Files.writeString(portal, PORTAL.replace("\"zone\":\"OUTSIDE\"}", "\"zone\":\"OUTSIDE\",\"strayDbm\":-20}"));

        assertThat(replay("--portal", portal.toString(), trace("out.jsonl", -3)))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{\"t_us\":1,|not JSON",
                "[]|a read is a JSON object",
                "{\"t_us\":-1,\"antenna\":1,\"epc\":\"30\",\"rssi_dbm\":-5}|t_us",
                "{\"t_us\":1.5,\"antenna\":1,\"epc\":\"30\",\"rssi_dbm\":-5}|t_us",
                "{\"t_us\":1,\"antenna\":7,\"epc\":\"30\",\"rssi_dbm\":-5}|antenna",
                "{\"t_us\":1,\"antenna\":1,\"epc\":\"3\",\"rssi_dbm\":-5}|hex digits",
                "{\"t_us\":1,\"antenna\":1,\"epc\":\"3G\",\"rssi_dbm\":-5}|hex digits",
                "{\"t_us\":1,\"antenna\":1,\"epc\":\"30\",\"rssi_dbm\":\"x\"}|rssi_dbm",
                "{\"t_us\":1,\"antenna\":1,\"epc\":\"30\",\"rssi_dbm\":-5,\"phase_deg\":\"x\"}|phase_deg",
                "{\"t_us\":1,\"antenna\":1,\"epc\":\"30\",\"rssi_dbm\":-5,\"shift_us\":0.5}|shift_us",
            })
    void shouldNameFileAndLineOfABadRead(String line, String why) throws IOException {
        String good = "{\"t_us\":1,\"antenna\":1,\"epc\":\"30\",\"rssi_dbm\":-5}\n";
        Path trace = Files.writeString(dir.resolve("bad.jsonl"), good + "\n" + line + "\n" + good);

        assertThat(replay("--portal", portal.toString(), trace.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(trace + ":3: ")
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{|not JSON",
                "{\"code\":\"P\",\"antennas\":[{\"id\":1,\"zone\":\"INSIDE\"}]}|INSIDE and OUTSIDE",
                "{\"code\":\"P\",\"antennas\":[{\"id\":1,\"zone\":\"NEAR\"}]}|NEAR",
                "{\"code\":\"P\",\"antennas\":[{\"id\":1,\"zone\":\"INSIDE\"},{\"id\":1,\"zone\":\"OUTSIDE\"}]}|twice",
                "{\"antennas\":[]}|code",
                "{\"code\":\"P\"}|antennas",
                "{\"code\":\"P\",\"antennas\":[{\"id\":1,\"zone\":\"INSIDE\"},{\"id\":3,\"zone\":\"OUTSIDE\"}],\"tuning\":{\"certainty\":2}}|certainty",
                "{\"code\":\"P\",\"antennas\":[{\"id\":1,\"zone\":\"INSIDE\"},{\"id\":3,\"zone\":\"OUTSIDE\"}],\"tuning\":{\"luck\":1}}|luck",
                "{\"code\":\"P\",\"antennas\":[{\"id\":1,\"zone\":\"INSIDE\"},{\"id\":3,\"zone\":\"OUTSIDE\"}],\"tuning\":[]}|object",
                "{\"code\":\"P\",\"antennas\":[{\"id\":1,\"zone\":\"INSIDE\",\"strayDbm\":5},{\"id\":3,\"zone\":\"OUTSIDE\"}]}|strayDbm",
                "{\"code\":\"P\",\"antennas\":[{\"id\":1,\"zone\":\"INSIDE\",\"offsetDb\":\"x\"},{\"id\":3,\"zone\":\"OUTSIDE\"}]}|offsetDb",
            })
    void shouldRefuseABadPortal(String content, String why) throws IOException {
        Files.writeString(portal, content);

        assertThat(replay("--portal", portal.toString(), trace("out.jsonl", -3)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(portal.toString())
                .contains(why);
    }

    @Test
    void shouldRefuseBinaryAndMissingTracesAndWrongArguments() throws IOException {
        Path binary = Files.write(dir.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(replay("--portal", portal.toString(), binary.toString())).isEqualTo(2);
        assertThat(replay("--portal", portal.toString(), dir.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(replay("--portal", portal.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("binary:1: cannot be read")
                .contains("none:1: cannot be read")
                .contains("usage: replay");
    }
}
