package io.tallygate.bench.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tallygate.bench.accuracy.LabelledReads;
import io.tallygate.bench.accuracy.TrueCrossing;
import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.Zone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
    private static final Epc CARRIED = new Epc("3034257BF400B78000000001");
    private static final Epc TURNED = new Epc("3034257BF400B78000000002");
    private static final Epc LYING = new Epc("3034257BF400B78000000003");

    /** Goes out at 10 s and comes back at 13 s. */
    private static Truth of(String kind) {
        return new Truth(new LabelledReads(
                kind,
                new PortalLayout("P-101", Map.of(1, Zone.INSIDE, 2, Zone.OUTSIDE)),
                CrossingTuning.standard(),
                List.of(),
                Set.of(CARRIED, TURNED),
                Map.of(
                        CARRIED,
                        List.of(crossing(Direction.OUT, 10), crossing(Direction.IN, 13)),
                        TURNED,
                        List.of(),
                        LYING,
                        List.of())));
    }

    private static TrueCrossing crossing(Direction direction, double second) {
        return new TrueCrossing(CARRIED, direction, Math.round(second * 1e6), 1);
    }

    @ParameterizedTest
    @CsvSource({
        // long before, on its way, nearly there, just out, out for a while (which either answer fits), nearly back; and
        // inward
        "5.0, OUT, 0, 0.5",
        "8.0, OUT, 0, 1.5",
        "9.8, OUT, 0, 0",
        "10.1, OUT, 1, 1",
        "11.5, OUT, 0, 0",
        "12.8, OUT, 0, 0.15",
        "10.1, IN, 0, 0.5",
        "11.5, IN, 0, 1.5",
        "13.1, IN, 1, 1"
    })
    void shouldKnowWhatToSayOfWhoCrosses(double second, Direction direction, float crossed, float weight) {
        Truth.Answer answer = of("walk_out").at(CARRIED, Math.round(second * 1e6), direction);

        assertEquals(weight, answer.weight(), 1e-6);
        if (weight > 0) {
            assertEquals(crossed, answer.crossed());
        }
    }

    @Test
    void shouldMindMostWhoIsCarriedAboutAndNeverCrosses() {
        Truth truth = of("uturn");

        assertEquals(new Truth.Answer(0, 3), truth.at(TURNED, 10_000_000, Direction.OUT));
        assertEquals(new Truth.Answer(0, 0.7f), truth.at(LYING, 10_000_000, Direction.OUT));
        assertEquals(
                0.4f * 3, of("Trolley").at(TURNED, 10_000_000, Direction.OUT).weight(), 1e-6);
    }
}
