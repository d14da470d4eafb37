package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.domain.IncidentId;

/** Rung after an incident is kept, so that it is published now and not at the next sweep. Losing a ring loses nothing. */
@FunctionalInterface
public interface PublicationBell {

    void ring(IncidentId changed);
}
