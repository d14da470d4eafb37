package io.tallygate.incidents.incident.domain;

import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An incident, its cause in it.
 *
 * @param history oldest first; only grows
 * @param version from 1, one more with every change
 */
public record Incident(IncidentId id, Cause cause, IncidentState state, List<HistoryEntry> history, long version) {

    public Incident {
        history = List.copyOf(history);
    }

    public static Incident opened(Cause cause) {
        HistoryEntry opened = new HistoryEntry(cause.detectedAt(), HistoryEntry.GATE, HistoryEntry.Event.OPENED, null);
        return new Incident(cause.incidentId(), cause, new IncidentState.Open(), List.of(opened), 1);
    }

    /**
     * Somebody takes notice.
     *
     * @return refused with 409 ALREADY_ACKNOWLEDGED, or INCIDENT_CLOSED when it ended before anybody did
     */
    public Outcome<Incident> acknowledge(Acknowledgement by) {
        return switch (state) {
            case IncidentState.Open open ->
                Outcome.done(changed(
                        open.acknowledged(by),
                        new HistoryEntry(by.at(), by.by(), HistoryEntry.Event.ACKNOWLEDGED, by.comment())));
            case IncidentState.Acknowledged acknowledged -> alreadyAcknowledged();
            case IncidentState.Closed closed ->
                closed.acknowledgement().isPresent()
                        ? alreadyAcknowledged()
                        : Outcome.refused(Refusal.conflict("INCIDENT_CLOSED", "It is over and closed already."));
        };
    }

    /**
     * What this incident answers to a request that it answered before.
     *
     * @return empty when {@code by} is a new request; refused with 409 IDEMPOTENCY_KEY_REUSED when the key came with another
     *     comment
     */
    public Optional<Outcome<Incident>> repeated(Acknowledgement by) {
        return state.acknowledgement()
                .filter(first -> first.sameRequestAs(by))
                .map(first -> first.comment().equals(by.comment())
                        ? Outcome.done(this)
                        : Outcome.refused(Refusal.conflict(
                                "IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key came with another request before.")));
    }

    /** What caused it is over; one that is closed stays as it is. */
    public Incident ended(Instant at) {
        HistoryEntry entry = new HistoryEntry(at, HistoryEntry.GATE, HistoryEntry.Event.CLOSED, null);
        return switch (state) {
            case IncidentState.Open open -> changed(open.ended(at), entry);
            case IncidentState.Acknowledged acknowledged -> changed(acknowledged.ended(at), entry);
            case IncidentState.Closed closed -> this;
        };
    }

    /** The chip of its crossing was read since; the first that is known stays, and what is about no crossing stays as it is. */
    public Incident completed(Chip chip) {
        return cause instanceof Cause.AlarmedCrossing crossing && crossing.chip() == null
                ? new Incident(id, crossing.with(chip), state, history, version + 1)
                : this;
    }

    public boolean visibleTo(AlertVisibility visibility) {
        return switch (cause) {
            case Cause.Blindness blindness -> visibility.coversPortal();
            case Cause.Muteness muteness -> visibility.coversPortal();
            case Cause.OfTag tag -> {
                LedgerItem item = tag.item();
                yield item == null
                        ? visibility.coversTag(null, 0)
                        : visibility.coversTag(item.departmentCode(), item.levelRank());
            }
        };
    }

    private Incident changed(IncidentState to, HistoryEntry entry) {
        List<HistoryEntry> longer = new ArrayList<>(history);
        longer.add(entry);
        return new Incident(id, cause, to, longer, version + 1);
    }

    private static Outcome<Incident> alreadyAcknowledged() {
        return Outcome.refused(Refusal.conflict("ALREADY_ACKNOWLEDGED", "Somebody has acknowledged it already."));
    }
}
