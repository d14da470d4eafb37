package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one incident for each period in which a portal is blind: opened by the first report of it, ended by the first report that
 * the portal watches again. A blindness that begins anew without the portal having watched in between (its bridge was started
 * again) is the same period. Reports may come twice or late; they then find their period, over or not, and change nothing.
 */
@Singleton
public class FollowingPortalHealth {

    private final OpeningIncident opening;
    private final EndingIncident ending;
    private final IncidentStore store;
    // A bridge repeats itself every few seconds; what was said last is not worth a query.
    private final Map<String, PortalReport> last = new ConcurrentHashMap<>();

    FollowingPortalHealth(OpeningIncident opening, EndingIncident ending, IncidentStore store) {
        this.opening = opening;
        this.ending = ending;
        this.store = store;
    }

    public void follow(PortalReport report) {
        if (report.equals(last.get(report.portalCode()))) {
            return;
        }
        switch (report.sight()) {
            case BLIND -> open(report);
            case WATCHING -> end(report);
            case UNSETTLED -> {}
        }
        last.put(report.portalCode(), report);
    }

    private void open(PortalReport report) {
        if (store.blindnessAt(report.portalCode(), report.since()).isEmpty()) {
            opening.open(new Cause.Blindness(report.portalCode(), report.reason(), report.since()));
        }
    }

    private void end(PortalReport report) {
        for (Incident blindness : store.unendedBlindness(report.portalCode(), report.since())) {
            ending.end(blindness, report.since());
        }
    }
}
