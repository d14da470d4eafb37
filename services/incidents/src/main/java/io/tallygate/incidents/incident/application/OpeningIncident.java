package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.inject.Singleton;

/** Opens the one incident of a cause, however often the cause is told. */
@Singleton
public class OpeningIncident {

    private final IncidentStore store;
    private final PublicationBell bell;

    OpeningIncident(IncidentStore store, PublicationBell bell) {
        this.store = store;
        this.bell = bell;
    }

    public void open(Cause cause) {
        Incident incident = Incident.opened(cause);
        if (store.add(incident)) {
            bell.ring(incident.id());
        }
    }
}
