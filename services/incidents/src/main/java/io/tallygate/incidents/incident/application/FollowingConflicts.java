package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.domain.Acknowledgement;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.domain.IncidentStatus;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.inject.Singleton;

/**
 * Keeps one open incident for each EPC that is at two places at once, however often both tags are read. Once somebody has taken
 * notice they are given time to find the copy; if it goes on after that, it is a new incident. The conflicts of an EPC come through
 * one partition, so nobody else decides about it at the same time.
 */
@Singleton
public class FollowingConflicts {

    private final OpeningIncident opening;
    private final IncidentStore store;
    private final DuplicateSettings settings;

    FollowingConflicts(OpeningIncident opening, IncidentStore store, DuplicateSettings settings) {
        this.opening = opening;
        this.store = store;
        this.settings = settings;
    }

    public void follow(Cause.DuplicateTag duplicate) {
        boolean known = store.newestDuplicate(duplicate.epc())
                .filter(newest -> covers(newest, duplicate))
                .isPresent();
        if (!known) {
            opening.open(duplicate);
        }
    }

    private boolean covers(Incident newest, Cause.DuplicateTag duplicate) {
        return newest.state().status() == IncidentStatus.OPEN
                || newest.state()
                        .acknowledgement()
                        .map(Acknowledgement::at)
                        .filter(at -> duplicate.detectedAt().isBefore(at.plus(settings.repeatAfter())))
                        .isPresent();
    }
}
