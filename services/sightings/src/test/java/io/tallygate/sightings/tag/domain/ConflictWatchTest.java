package io.tallygate.sightings.tag.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConflictWatchTest {

    private static final Epc TAG = new Epc("3414257BF400000000989681");
    private static final Epc OTHER = new Epc("3414257BF400000000989682");
    private static final long SECOND = 1_000_000;
    private static final TravelRules RULES =
            new TravelRules(Duration.ofSeconds(10), -6500, Set.of(Set.of("P-3", "P-4")));

    @Test
    void shouldSeeOneTagAtTwoPortalsInOneBatch() {
        List<Conflict> found = conflicts(Map.of(), read(TAG, "P-2", -5000, 4), read(TAG, "P-1", -6000, 0));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().earlier()).isEqualTo(new Sight("P-1", 1, -6000, 0));
        assertThat(found.getFirst().later()).isEqualTo(new Sight("P-2", 1, -5000, 4 * SECOND));
    }

    @Test
    void shouldHoldABatchAgainstTheNewestVisitElsewhere() {
        Map<Epc, Tag> known = seen(read(TAG, "P-1", -6000, 100), read(TAG, "P-1", -6000, 120));

        assertThat(conflicts(known, read(TAG, "P-2", -6000, 129))).hasSize(1);
        assertThat(conflicts(known, read(TAG, "P-2", -6000, 130))).isEmpty();
        // A backlog comes late: what it says is older than what is known.
        List<Conflict> late = conflicts(known, read(TAG, "P-2", -6000, 95));
        assertThat(late).hasSize(1);
        assertThat(late.getFirst().earlier().portalCode()).isEqualTo("P-2");
    }

    @Test
    void shouldLetATagStepAwayAndBack() {
        Map<Epc, Tag> known = seen(read(TAG, "P-1", -6000, 100), read(TAG, "P-1", -6000, 125));

        assertThat(conflicts(known, read(TAG, "P-2", -6000, 112))).isEmpty();
    }

    @Test
    void shouldLetATagWalk() {
        assertThat(conflicts(Map.of(), read(TAG, "P-1", -6000, 0), read(TAG, "P-2", -6000, 10)))
                .isEmpty();
        assertThat(conflicts(Map.of(), read(TAG, "P-1", -6000, 0), read(OTHER, "P-2", -6000, 1)))
                .isEmpty();
        assertThat(conflicts(Map.of(), read(TAG, "P-1", -6000, 0), read(TAG, "P-1", -6000, 1)))
                .isEmpty();
    }

    @Test
    void shouldBelieveStrongReadsOnly() {
        assertThat(conflicts(Map.of(), read(TAG, "P-1", -6000, 0), read(TAG, "P-2", -6501, 1)))
                .isEmpty();
        assertThat(conflicts(seen(read(TAG, "P-1", -6600, 0)), read(TAG, "P-2", -6000, 1)))
                .isEmpty();
        assertThat(conflicts(Map.of(), read(TAG, "P-1", -6000, 0), read(TAG, "P-2", -6500, 1)))
                .hasSize(1);
    }

    @Test
    void shouldHoldNothingAgainstNeighbours() {
        assertThat(conflicts(Map.of(), read(TAG, "P-3", -5000, 0), read(TAG, "P-4", -5000, 0)))
                .isEmpty();
        assertThat(conflicts(Map.of(), read(TAG, "P-3", -5000, 0), read(TAG, "P-1", -5000, 0)))
                .hasSize(1);
    }

    private static List<Conflict> conflicts(Map<Epc, Tag> known, Read... reads) {
        return new ConflictWatch(RULES).conflicts(known, List.of(reads));
    }

    private static Map<Epc, Tag> seen(Read... reads) {
        Map<String, Visit> visits = new HashMap<>();
        VisitLog.fold(Map.of(), List.of(reads))
                .forEach(visit -> visits.put(visit.place().portalCode(), visit));
        return Map.of(TAG, new Tag(TAG, null, visits, Map.of()));
    }

    private static Read read(Epc epc, String portal, int rssi, long second) {
        return new Read(epc, portal, 1, rssi, second * SECOND, 1);
    }
}
