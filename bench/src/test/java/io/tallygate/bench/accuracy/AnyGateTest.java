package io.tallygate.bench.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Zone;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnyGateTest {

    @Test
    void shouldDrawTheSameTraceFromTheSameSeed() {
        LabelledReads once = AnyGate.reads(Scenario.WALK_OUT, 5).get();

        assertEquals(once.reads(), AnyGate.reads(Scenario.WALK_OUT, 5).get().reads());
        assertNotEquals(once.reads(), AnyGate.reads(Scenario.WALK_OUT, 6).get().reads());
        assertEquals(
                List.of(Direction.OUT),
                once.tags().values().stream()
                        .flatMap(List::stream)
                        .map(TrueCrossing::direction)
                        .toList());
        assertFalse(once.reads().isEmpty());
    }

    /** Gates unlike each other, at each of which somebody who knew it could tell the sides. */
    @Test
    void shouldDrawGatesAtWhichTheSidesCanBeTold() {
        Set<Double> exponents = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            Site site = AnyGate.draw(new Dice(seed));
            exponents.add(site.pathLoss().exponent());
            double swing = balanceDb(site, 1) - balanceDb(site, -1);
            assertTrue(swing > site.reader().noiseDb(), "gate " + seed + " swings by " + swing + " dB");
        }
        assertEquals(100, exponents.size());
    }

    private static double balanceDb(Site site, double x) {
        return strongestDbm(site, Zone.OUTSIDE, x) - strongestDbm(site, Zone.INSIDE, x);
    }

    private static double strongestDbm(Site site, Zone zone, double x) {
        return site.antennas().stream()
                .filter(antenna -> antenna.zone() == zone)
                .map(antenna -> antenna.alike().dbmFrom(new Place(x, 0, 1), site.pathLoss(), 0))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Test
    void shouldBeThreeOfEachFamilysOneAmongTheTracesToLearnFrom() {
        long ofAFamily = Draw.rounds(1, 1, Spared.NOTHING).size() / Family.values().length;

        assertEquals(
                ofAFamily * (Family.values().length + 3), DrawnTraces.of(1, 1).size());
    }
}
