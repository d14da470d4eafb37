package io.tallygate.incidents.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.commons.problem.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "OUT,NO_PERMIT,UNAUTHORIZED_EXIT",
        "OUT,UNREGISTERED_TAG,UNAUTHORIZED_EXIT",
        "OUT,TAG_MISMATCH,UNAUTHORIZED_EXIT",
        "OUT,STATE_UNKNOWN,UNAUTHORIZED_EXIT",
        "IN,GHOST_ITEM,TAG_ANOMALY",
        "IN,TAG_MISMATCH,TAG_ANOMALY",
        "UNKNOWN,UNREGISTERED_TAG,TAG_ANOMALY"
    })
    void shouldCallEveryOutwardAlarmAnExit(Direction direction, String reason, IncidentKind kind) {
        assertThat(Incident.opened(aCrossing("c", direction, reason)).cause().kind())
                .isEqualTo(kind);
    }

    @Test
    void shouldDeriveTheIdFromTheCause() {
        IncidentId id = aCrossing("a", Direction.OUT, "NO_PERMIT").incidentId();

        assertThat(aCrossing("a", Direction.OUT, "NO_PERMIT").incidentId()).isEqualTo(id);
        assertThat(aCrossing("b", Direction.OUT, "NO_PERMIT").incidentId()).isNotEqualTo(id);
        assertThat(id.value().version()).isEqualTo(5);
        assertThat(id.value().variant()).isEqualTo(2);
    }

    @Test
    void shouldBeAcknowledgedOnce() {
        Incident open = anOpenOne();
        Incident acknowledged = open.acknowledge(by("guard", null)).orThrow();

        assertThat(acknowledged.state().status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);
        assertThat(acknowledged.version()).isEqualTo(2);
        assertThat(acknowledged.history())
                .extracting(HistoryEntry::what)
                .containsExactly(HistoryEntry.Event.OPENED, HistoryEntry.Event.ACKNOWLEDGED);
        assertThat(codeOf(acknowledged.acknowledge(by("officer", null)))).isEqualTo("ALREADY_ACKNOWLEDGED");
        assertThat(codeOf(acknowledged.ended(NOON).acknowledge(by("officer", null))))
                .isEqualTo("ALREADY_ACKNOWLEDGED");
        assertThat(codeOf(open.ended(NOON).acknowledge(by("guard", null)))).isEqualTo("INCIDENT_CLOSED");
    }

    @Test
    void shouldKnowARequestThatIsSentAgain() {
        Incident acknowledged = anOpenOne().acknowledge(by("guard", "key")).orThrow();

        assertThat(acknowledged.repeated(by("guard", "key"))).contains(Outcome.done(acknowledged));
        assertThat(acknowledged.repeated(by("officer", "key"))).isEmpty();
        assertThat(acknowledged.repeated(by("guard", null))).isEmpty();
        Outcome<Incident> other = acknowledged
                .repeated(new Acknowledgement("guard", NOON, "another comment", "key"))
                .orElseThrow();
        assertThat(codeOf(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void shouldEndOnceAndKeepWhoAcknowledged() {
        Incident ended = anOpenOne().acknowledge(by("guard", null)).orThrow().ended(NOON);

        assertThat(ended.state().endedAt()).contains(NOON);
        assertThat(ended.state().acknowledgement()).isPresent();
        assertThat(ended.ended(NOON.plusSeconds(1))).isSameAs(ended);
    }

    private static Incident anOpenOne() {
        return Incident.opened(aCrossing("c", Direction.OUT, "NO_PERMIT"));
    }

    private static Acknowledgement by(String user, @Nullable String key) {
        return new Acknowledgement(user, NOON, "looked at it", key);
    }

    private static String codeOf(Outcome<Incident> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Incident> refused -> refused.refusal().code();
            case Outcome.Done<Incident> done -> "done";
        };
    }

    private static Cause.AlarmedCrossing aCrossing(String id, Direction direction, String reason) {
        return new Cause.AlarmedCrossing(
                id, "P-101", "R-101", "3034", null, null, direction, NOON, reason, 0.9, "1", List.of(), List.of());
    }
}
