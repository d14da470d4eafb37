package io.tallygate.incidents.incident.application;

import io.tallygate.commons.identity.AlertVisibility;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.incidents.incident.domain.Acknowledgement;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentId;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody takes notice of an incident that they may see. */
@Singleton
public class AcknowledgingIncident {

    private final IncidentStore store;
    private final PublicationBell bell;

    AcknowledgingIncident(IncidentStore store, PublicationBell bell) {
        this.store = store;
        this.bell = bell;
    }

    /**
     * @param expectedVersion the version that the caller saw; null when they do not say
     * @return the incident as it is then; refused with 404 when it is not there for the caller, 412 when it has changed since
     *     {@code expectedVersion}, 409 as {@link Incident#acknowledge} and {@link Incident#repeated} say
     */
    public Outcome<Incident> acknowledge(
            IncidentId id, AlertVisibility visibility, @Nullable Long expectedVersion, Acknowledgement by) {
        while (true) {
            Optional<Incident> found = store.find(id).filter(incident -> incident.visibleTo(visibility));
            if (found.isEmpty()) {
                return Outcome.refused(Refusal.notFound());
            }
            Incident before = found.get();
            Outcome<Incident> outcome = decide(before, expectedVersion, by);
            if (kept(before, outcome)) {
                return outcome;
            }
        }
    }

    private static Outcome<Incident> decide(Incident incident, @Nullable Long expectedVersion, Acknowledgement by) {
        return incident.repeated(by).orElseGet(() -> {
            boolean stale = expectedVersion != null && expectedVersion != incident.version();
            return stale ? Outcome.refused(Refusal.staleVersion()) : incident.acknowledge(by);
        });
    }

    /** False when somebody was faster: then everything is judged again on what they left. */
    private boolean kept(Incident before, Outcome<Incident> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Incident> refused -> true;
            case Outcome.Done<Incident>(Incident after) when after.version() == before.version() -> true;
            case Outcome.Done<Incident>(Incident after) -> {
                boolean replaced = store.replace(before, after);
                if (replaced) {
                    bell.ring(after.id());
                }
                yield replaced;
            }
        };
    }
}
