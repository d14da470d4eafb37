package io.tallygate.bench.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.crossing.Direction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateAccuracyTest {
    /** Two or three tags, or some of a trolley, below what the rule in force finds of the one round that the test draws. */
    private static final Map<Scenario, Double> LEAST_IN_TIME = Map.of(
            Scenario.WALK_OUT, 0.94,
            Scenario.OUT_AND_BACK, 0.85,
            Scenario.WAIT_THEN_OUT, 0.75,
            Scenario.AGAINST_BODY, 0.85,
            Scenario.TWO_PEOPLE, 0.92,
            Scenario.TROLLEY_OF_50, 0.94,
            Scenario.TROLLEY_WAITS, 0.94,
            Scenario.CROWD_OF_40, 0.85,
            Scenario.CROWD_OF_150, 0.64);

    /** Fixed seeds, so that a change of the rule that makes it worse shows; the figures proper come from the bench. */
    @Test
    void shouldNotGetWorseThanItWas() throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        ObjectNode figures = new GateAccuracy(20_261_121, 1, Spared.NOTHING, null, List.of(LabelledSet.folder()))
                .run(new PrintStream(table, true, StandardCharsets.UTF_8));

        for (Scenario scenario : Scenario.values()) {
            assertTrue(table.toString(StandardCharsets.UTF_8).contains(scenario.name()));
        }
        LEAST_IN_TIME.forEach((scenario, least) -> {
            JsonNode found = figures.path("scenarios").path(scenario.name());
            assertTrue(found.path("inTime").asDouble() >= least, scenario + " " + found);
        });
        assertTrue(figures.path("inTime").asDouble() >= 0.93, figures.toString());
        assertTrue(figures.path("directionRight").asDouble() >= 0.98, figures.toString());
        assertTrue(figures.path("falseAlarmsAtRest").asDouble() <= 0.008, figures.toString());
        assertTrue(figures.path("falseAlarmsCarried").asDouble() <= 0.12, figures.toString());
        assertTrue(figures.path("ratios").path("falseAlarmsToZoneMean").asDouble() < 0.1, figures.toString());
        assertTrue(figures.path("ratios").path("falseAlarmsToAnyOutsideRead").asDouble() < 0.02, figures.toString());
        assertFalse(figures.path("holds").isMissingNode());
        assertEquals(5, figures.path("sets").path("labelled-set").path("traces").asInt());
        assertEquals(5, figures.path("costOfARead").size());
    }

    @Test
    void shouldDrawTheSameTraceFromTheSameSeed() {
        LabelledTrace once = LabelledTrace.draw(Family.JAMBS, Scenario.WALK_OUT, 5);

        assertEquals(
                once.reads(),
                LabelledTrace.draw(Family.JAMBS, Scenario.WALK_OUT, 5).reads());
        assertNotEquals(
                once.reads(),
                LabelledTrace.draw(Family.JAMBS, Scenario.WALK_OUT, 6).reads());
    }

    /** What the rule is spared bounds its figures: the same walks, with one thing taken away. */
    @Test
    void shouldSpareWhatItIsTold() {
        assertEquals(
                Spared.SCARCE_READS,
                GateAccuracy.parse(List.of("--spare", "scarce-reads")).spared());
        LabelledTrace plain = LabelledTrace.draw(Family.JAMBS, Scenario.CROWD_OF_150, 5);
        for (Spared spared : Spared.values()) {
            LabelledTrace eased = LabelledTrace.draw(Family.JAMBS, Scenario.CROWD_OF_150, 5, spared);
            assertEquals(plain.tags(), eased.tags());
            assertEquals(spared == Spared.NOTHING, plain.reads().equals(eased.reads()), spared.name());
        }
        int lavish = LabelledTrace.draw(Family.JAMBS, Scenario.CROWD_OF_150, 5, Spared.SCARCE_READS)
                .reads()
                .size();
        assertTrue(
                lavish > 3 * plain.reads().size(),
                lavish + " of " + plain.reads().size());
    }

    @Test
    void shouldLabelWhatHappens() {
        for (Family family : Family.values()) {
            assertEquals(1, crossings(family, Scenario.WALK_OUT, Direction.OUT));
            assertEquals(1, crossings(family, Scenario.WALK_IN, Direction.IN));
            assertEquals(1, crossings(family, Scenario.OUT_AND_BACK, Direction.IN));
            assertEquals(50, crossings(family, Scenario.TROLLEY_OF_50, Direction.OUT));
            assertEquals(0, crossings(family, Scenario.TROLLEY_IN, Direction.OUT));
            assertTrue(crossings(family, Scenario.TROLLEY_IN, Direction.IN) >= 5);
            for (Scenario none : List.of(Scenario.U_TURN, Scenario.LINGERING, Scenario.PASSING_BY)) {
                assertEquals(0, crossings(family, none, Direction.OUT));
            }
        }
    }

    private static long crossings(Family family, Scenario scenario, Direction direction) {
        return LabelledTrace.draw(family, scenario, 3).tags().values().stream()
                .flatMap(List::stream)
                .filter(crossing -> crossing.direction() == direction)
                .count();
    }

    @Test
    void shouldWriteTracesThatCanBeReplayed(@TempDir Path folder) throws IOException {
        LabelledTrace trace = LabelledTrace.draw(Family.CEILING, Scenario.WALK_OUT, 7);
        new TraceFolder(folder).write(trace);

        Path reads = folder.resolve("ceiling-walk_out-7.jsonl");
        List<String> lines = Files.readAllLines(reads);
        assertEquals(trace.reads().size(), lines.size());
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertEquals(trace.reads().getFirst().timeUs(), first.path("t_us").asLong());
        assertEquals(trace.reads().getFirst().rssiDbm(), first.path("rssi_dbm").asDouble());
        JsonNode portal = new ObjectMapper()
                .readTree(folder.resolve("ceiling-walk_out-7.portal.json").toFile());
        assertEquals("INSIDE", portal.path("antennas").path(0).path("zone").asText());
        assertTrue(Files.readString(folder.resolve("ceiling-walk_out-7.labels.jsonl"))
                .contains("\"OUT\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--seed x", "--rounds 1.5", "--luck 1", "--spare rain", "7"})
    void shouldRefuseOptionsItDoesNotKnow(String options) {
        assertThrows(IllegalArgumentException.class, () -> GateAccuracy.parse(List.of(options.split(" "))));
    }

    @Test
    void shouldTakeItsOptions() {
        assertEquals(
                new GateAccuracy(7, 3, Spared.NOTHING, null, List.of()),
                GateAccuracy.parse(List.of("--seed", "7", "--rounds", "3")));
        assertEquals(
                List.of(Path.of("a"), Path.of("b")),
                GateAccuracy.parse(List.of("--traces", "a", "--traces", "b")).sets());
        assertEquals(1, GateAccuracy.parse(List.of("--write", "traces")).rounds());
    }

    @Test
    void shouldKnowHowSureAShareIs() {
        Share share = new Share(995, 1000);

        assertEquals(0.9884, share.low(), 0.0002);
        assertEquals(0.9979, share.high(), 0.0002);
    }
}
