package io.tallygate.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tallygate.bench.accuracy.LabelledSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set that cannot be used is refused before anything is drawn, with exit code 2 and the place of the fault. */
class BrokenSetTest {
    private static final String TRACE = "0001-walk_in.jsonl";

    @TempDir
    private Path set;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void aSet() throws IOException {
        LabelledSet.copiedTo(set);
    }

    @Test
    void shouldNameTheMissingLabels() throws Exception {
        Files.delete(set.resolve("labels.json"));

        assertRefused("labels.json");
    }

    @Test
    void shouldNameTheMissingPortal() throws Exception {
        Files.delete(set.resolve("portal.json"));

        assertRefused("portal.json");
    }

    @Test
    void shouldNameTheLineThatIsNoRead() throws Exception {
        List<String> lines = Files.readAllLines(set.resolve(TRACE));
        lines.set(6, "{\"t_us\":1}");
        Files.write(set.resolve(TRACE), lines);

        assertRefused(TRACE + ":7: \"antenna\"");
    }

    @Test
    void shouldNameTheTraceThatIsNotThere() throws Exception {
        Files.delete(set.resolve(TRACE));

        assertRefused("there is no trace " + TRACE);
    }

    @Test
    void shouldNameTheTraceWithoutLabels() throws Exception {
        Files.copy(set.resolve(TRACE), set.resolve("more.jsonl"));

        assertRefused("more.jsonl: a trace without labels");
    }

    @Test
    void shouldNameTheTagWithoutLabel() throws Exception {
        Files.writeString(
                set.resolve(TRACE),
                "{\"t_us\":0,\"antenna\":1,\"epc\":\"3034257BF400B7800004CB2F\",\"rssi_dbm\":-57.5}\n");

        assertRefused(TRACE + ":1: tag 3034257BF400B7800004CB2F has no label");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "[]",
                "{}",
                "{\"TRACE\":{\"tags\":{}}}",
                "{\"TRACE\":{\"kind\":\"x\",\"tags\":{\"3034\":{\"crossings\":[]}}}}",
                "{\"TRACE\":{\"kind\":\"x\",\"tags\":{\"3034\":{\"moves\":true}}}}",
                "{\"TRACE\":{\"kind\":\"x\",\"tags\":{\"odd\":{\"crossings\":[],\"moves\":true}}}}",
                "{\"TRACE\":{\"kind\":\"x\",\"tags\":{\"3034\":{\"crossings\":[{\"t_us\":1,\"direction\":\"UP\"}],\"moves\":true}}}}",
                "{\"TRACE\":{\"kind\":\"x\",\"tags\":{\"3034\":{\"crossings\":[{\"t_us\":\"1\",\"direction\":\"IN\"}],\"moves\":true}}}}",
            })
    void shouldNameLabelsThatAreNone(String labels) throws Exception {
        for (String other : List.of("0000-body", "0005-uturn_inside", "0007-linger", "0009-walk_out")) {
            Files.delete(set.resolve(other + ".jsonl"));
        }
        Files.writeString(set.resolve("labels.json"), labels.replace("TRACE", TRACE));

        assertRefused("labels.json");
    }

    @Test
    void shouldNotTrainOnItEither() throws Exception {
        Files.delete(set.resolve("labels.json"));

        assertEquals(2, run("train-crossing", "--write", set.resolve("weights").toString()));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("labels.json"), errors.toString());
    }

    @Test
    void shouldAskForAFolder() throws Exception {
        assertEquals(2, BenchMain.run(List.of("gate-accuracy", "--traces"), System.out, errors()));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains("usage: gate-accuracy"), errors.toString());
    }

    private void assertRefused(String why) throws Exception {
        assertEquals(2, run("gate-accuracy", "--rounds", "1"));
        assertTrue(errors.toString(StandardCharsets.UTF_8).contains(why), errors.toString(StandardCharsets.UTF_8));
    }

    private int run(String bench, String option, String value) throws Exception {
        return BenchMain.run(List.of(bench, option, value, "--traces", set.toString()), System.out, errors());
    }

    private PrintStream errors() {
        return new PrintStream(errors, true, StandardCharsets.UTF_8);
    }
}
