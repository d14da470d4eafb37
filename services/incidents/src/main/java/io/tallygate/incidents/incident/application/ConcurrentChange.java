package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.domain.IncidentId;

/** Somebody changed the incident between reading and writing; whoever catches this reads again. */
final class ConcurrentChange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentChange(IncidentId id) {
        super("Incident " + id + " was changed meanwhile");
    }
}
