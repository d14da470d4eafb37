package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Incident;
import io.tallygate.incidents.incident.persistence.IncidentStore;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Keeps one incident for each period in which nobody tells of a portal: its bridge is dead, or cut off. Whoever says so may say it again,
 * and others at the same time; the store holds one unended blindness for each portal, whatever its reason.
 */
@Singleton
public class FollowingSilence {

    private final OpeningIncident opening;
    private final IncidentStore store;
    private final PublicationBell bell;

    FollowingSilence(OpeningIncident opening, IncidentStore store, PublicationBell bell) {
        this.opening = opening;
        this.store = store;
        this.bell = bell;
    }

    /** A portal that is known to be blind goes on being so. */
    public void silent(String portalCode, Instant since) {
        if (store.unendedBlindness(portalCode).isEmpty()) {
            opening.open(Cause.Blindness.silence(portalCode, since));
        }
    }

    /** The portal is heard again, and watches; or nobody is to watch it any more. */
    public void over(String portalCode, Instant at) {
        for (Incident blindness : store.unendedBlindness(portalCode)) {
            if (blindness.cause() instanceof Cause.Blindness cause && cause.isSilence()) {
                end(blindness, at.isBefore(cause.since()) ? cause.since() : at);
            }
        }
    }

    private void end(Incident blindness, Instant at) {
        if (!store.replace(blindness, blindness.ended(at))) {
            throw new ConcurrentChange(blindness.id());
        }
        bell.ring(blindness.id());
    }
}
