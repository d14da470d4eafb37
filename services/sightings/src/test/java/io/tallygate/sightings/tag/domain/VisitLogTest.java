package io.tallygate.sightings.tag.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitLogTest {

    private static final Epc TAG = new Epc("3034257BF400B7800004CB2F");
    private static final long SECOND = 1_000_000;

    @Test
    void shouldJoinReadsLessThanThirtySecondsApart() {
        List<Visit> visits = VisitLog.fold(
                Map.of(), List.of(read("P-1", 1, -6000, 0), read("P-1", 2, -5000, 29), read("P-1", 1, -5500, 40)));

        assertThat(visits).hasSize(1);
        Visit visit = visits.getFirst();
        assertThat(visit.firstSeenUs()).isEqualTo(0);
        assertThat(visit.lastSeenUs()).isEqualTo(40 * SECOND);
        assertThat(visit.reads()).isEqualTo(3);
        assertThat(visit.lastAntenna()).isEqualTo(1);
        assertThat(visit.strongest()).isEqualTo(Map.of(1, -5500, 2, -5000));
    }

    @Test
    void shouldBeginAnewAfterThirtySecondsAndAtEachPortal() {
        List<Visit> visits = VisitLog.fold(
                Map.of(), List.of(read("P-1", 1, -60, 0), read("P-2", 1, -60, 1), read("P-1", 1, -60, 30)));

        assertThat(visits)
                .extracting(visit -> visit.place().portalCode() + "@" + visit.firstSeenUs() / SECOND)
                .containsExactly("P-1@0", "P-2@1", "P-1@30");
    }

    @Test
    void shouldSortWhatComesOutOfOrder() {
        List<Visit> visits = VisitLog.fold(Map.of(), List.of(read("P-1", 1, -60, 20), read("P-1", 1, -60, 0)));

        assertThat(visits).hasSize(1);
        assertThat(visits.getFirst().reads()).isEqualTo(2);
    }

    @Test
    void shouldGoOnFromTheNewestVisitAndChangeNothingOnRedelivery() {
        List<Read> first = List.of(read("P-1", 1, -60, 0), read("P-1", 1, -60, 10));
        List<Read> second = List.of(read("P-1", 1, -60, 20), read("P-1", 1, -60, 90));
        Map<Place, Visit> newest = newest(VisitLog.fold(Map.of(), first));

        List<Visit> visits = VisitLog.fold(newest, second);

        assertThat(visits).extracting(Visit::reads).containsExactly(3L, 1L);
        assertThat(VisitLog.fold(newest, first)).isEmpty();
        assertThat(VisitLog.fold(newest, second)).isEqualTo(visits);
        assertThat(VisitLog.fold(newest(visits), second)).isEmpty();
    }

    private static Map<Place, Visit> newest(List<Visit> visits) {
        Map<Place, Visit> newest = new HashMap<>();
        visits.forEach(visit -> newest.put(visit.place(), visit));
        return newest;
    }

    private static Read read(String portal, int antenna, int rssi, long second) {
        return new Read(TAG, portal, antenna, rssi, second * SECOND, 1);
    }
}
