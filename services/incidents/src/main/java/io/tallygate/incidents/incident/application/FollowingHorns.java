package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.application.HornReport.Fault;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one incident for each period in which a portal's horn does not sound: opened by the first report of a fault, ended by the first
 * without any. Faults that overlap are one period, under the reason of the first. Reports may come twice or late; they then find
 * their period, over or not, and change nothing.
 */
@Singleton
public class FollowingHorns {

    private final OpeningIncident opening;
    private final EndingIncident ending;
    private final IncidentStore store;
    // A bridge repeats itself every few seconds; what was said last is not worth a query.
    private final Map<String, List<Fault>> last = new ConcurrentHashMap<>();

    FollowingHorns(OpeningIncident opening, EndingIncident ending, IncidentStore store) {
        this.opening = opening;
        this.ending = ending;
        this.store = store;
    }

    public void follow(HornReport report) {
        if (report.faults().equals(last.get(report.portalCode()))) {
            return;
        }
        if (report.faults().isEmpty()) {
            end(report);
        } else {
            open(report.portalCode(), report.faults().getFirst());
        }
        last.put(report.portalCode(), report.faults());
    }

    private void open(String portalCode, Fault first) {
        if (store.mutenessAt(portalCode, first.since()).isEmpty()) {
            opening.open(new Cause.Muteness(portalCode, first.code(), first.since()));
        }
    }

    private void end(HornReport report) {
        for (Incident muteness : store.unendedMuteness(report.portalCode(), report.reportedAt())) {
            ending.end(muteness, report.reportedAt());
        }
    }
}
