package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Closes an incident whose cause is over, and has it published. */
@Singleton
public class EndingIncident {

    private final IncidentStore store;
    private final PublicationBell bell;

    EndingIncident(IncidentStore store, PublicationBell bell) {
        this.store = store;
        this.bell = bell;
    }

    /**
     * @param at not before it began: clocks of gates and services differ
     * @throws ConcurrentChange when somebody else changed it meanwhile
     */
    void end(Incident incident, Instant at) {
        Instant begun = incident.cause().detectedAt();
        if (!store.replace(incident, incident.ended(at.isBefore(begun) ? begun : at))) {
            throw new ConcurrentChange(incident.id());
        }
        bell.ring(incident.id());
    }
}
