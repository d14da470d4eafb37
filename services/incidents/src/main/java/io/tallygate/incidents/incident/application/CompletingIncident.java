package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Chip;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.inject.Singleton;

/** Adds to the incident of a crossing the chip that was read after the verdict, however often that is told. */
@Singleton
public class CompletingIncident {

    private final OpeningIncident opening;
    private final IncidentStore store;
    private final PublicationBell bell;

    CompletingIncident(OpeningIncident opening, IncidentStore store, PublicationBell bell) {
        this.opening = opening;
        this.store = store;
        this.bell = bell;
    }

    /** @param crossing as it is told with its chip; opens its incident where it was never told without */
    public void complete(Cause.AlarmedCrossing crossing) {
        Chip chip = crossing.chip();
        Incident before = store.find(crossing.incidentId()).orElse(null);
        if (before == null || chip == null) {
            opening.open(crossing);
            return;
        }
        Incident after = before.completed(chip);
        if (after.equals(before)) {
            return;
        }
        if (!store.replace(before, after)) {
            throw new ConcurrentChange(before.id());
        }
        bell.ring(after.id());
    }
}
