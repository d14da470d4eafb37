package io.tallygate.bench.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.crossing.Crossing;
import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.TagObservation;
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

class TraceSetTest {

    @Test
    void shouldReadTracesWithTheirTruth() {
        TraceSet set = TraceSet.read(LabelledSet.folder());

        assertEquals("labelled-set", set.name());
        assertEquals(
                List.of("body", "walk_in", "uturn_inside", "linger", "walk_out"),
                set.traces().stream().map(LabelledReads::kind).toList());
        LabelledReads body = set.traces().getFirst();
        assertEquals(1, body.tags().size());
        TrueCrossing crossing = body.tags().values().iterator().next().getFirst();
        assertEquals(Direction.OUT, crossing.direction());
        assertTrue(Double.isNaN(crossing.metresPerSecond()));
        assertTrue(body.carried().contains(crossing.epc()));
        assertFalse(body.reads().isEmpty());
    }

    @Test
    void shouldTuneThePortalAsTheSetSays(@TempDir Path folder) throws IOException {
        Path portal = LabelledSet.copiedTo(folder).resolve("portal.json");
        Files.writeString(portal, Files.readString(portal).replaceFirst("\\{", "{\"tuning\":{\"certainty\":0.75},"));

        assertEquals(
                CrossingTuning.standard().withCertainty(0.75),
                TraceSet.read(folder).traces().getFirst().tuning());
    }

    @Test
    void shouldTellEachSetAndKindOfOursAndBothBaselines() {
        SetReport report = new SetReport(List.of(new SetRun(TraceSet.read(LabelledSet.folder())).run()));
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        report.print(new PrintStream(table, true, StandardCharsets.UTF_8));
        ObjectNode sets = new ObjectMapper().createObjectNode();
        report.put(sets);

        String printed = table.toString(StandardCharsets.UTF_8);
        assertTrue(printed.contains("labelled-set uturn_inside"), printed);
        assertTrue(printed.contains("labelled-set ALL"), printed);
        ObjectNode set = (ObjectNode) sets.path("labelled-set");
        assertEquals(5, set.path("traces").asInt());
        assertEquals(2, set.path("outward").asInt());
        assertTrue(set.path("inTime").asDouble() >= 0.5, set.toString());
        assertEquals(1, set.path("directionRight").asDouble(), set.toString());
        // Thirty tags are there, two of which go out.
        assertEquals(28, set.path("neverOut").asInt());
        assertTrue(set.path("falseAlarmsOfNeverOut").asDouble() <= 0.1, set.toString());
        assertEquals(1, set.path("kinds").path("walk_out").path("outward").asInt());
        assertTrue(set.path("baselines")
                        .path("anyOutsideRead")
                        .path("falseAlarmsOfNeverOut")
                        .asDouble()
                > 0.2);
        assertTrue(set.path("baselines").path("zoneMean").has("inTime"));
    }

    @Test
    void shouldCountThreeQuartersOfASecondBeforeTheLineAsInTimeWhereTheSpeedIsUnknown() {
        assertEquals(1, inTime(-0.74));
        assertEquals(0, inTime(-0.76));
        assertEquals(1, inTime(0.5));
        assertEquals(0, inTime(0.51));
    }

    private static long inTime(double delay) {
        LabelledReads trace = TraceSet.read(LabelledSet.folder()).traces().getFirst();
        TrueCrossing truth = trace.tags().values().iterator().next().getFirst();
        TagObservation read = TagObservation.of(truth.atUs() + Math.round(delay * 1e6), 3, truth.epc(), -60);
        Tally tally = new Tally();
        tally.add(
                trace,
                List.of(new Crossing(truth.epc(), Direction.OUT, read.timeUs(), 1, List.of(read), "x", Map.of())));
        return tally.outwardInTime;
    }

    @Test
    void shouldCountAnAlarmOfWhoOnlyCameInAsFalse() {
        LabelledReads trace = TraceSet.read(LabelledSet.folder()).traces().get(1);
        TrueCrossing truth = trace.tags().values().iterator().next().getFirst();
        assertEquals(Direction.IN, truth.direction());
        TagObservation read = TagObservation.of(truth.atUs(), 3, truth.epc(), -60);
        Tally tally = new Tally();
        tally.add(
                trace,
                List.of(new Crossing(truth.epc(), Direction.OUT, read.timeUs(), 1, List.of(read), "x", Map.of())));

        assertEquals(1, tally.falseAlarmsOfNeverOut().value());
    }
}
