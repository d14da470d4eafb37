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
    private final EndingIncident ending;
    private final IncidentStore store;

    FollowingSilence(OpeningIncident opening, EndingIncident ending, IncidentStore store) {
        this.opening = opening;
        this.ending = ending;
        this.store = store;
    }

    /** A portal that is known to be blind goes on being so. */
    public void silent(String portalCode, Instant since) {
        if (store.unendedBlindness(portalCode).isEmpty()) {
            opening.open(Cause.Blindness.silence(portalCode, since));
        }
    }

    /** The portal is heard again, and watches. */
    public void over(String portalCode, Instant at) {
        for (Incident blindness : store.unendedBlindness(portalCode)) {
            if (blindness.cause() instanceof Cause.Blindness cause && cause.isSilence()) {
                ending.end(blindness, at);
            }
        }
    }

    /**
     * Nobody is to watch the portal any more: it cannot be blind, whoever had said so. A horn that was silent is not mended by that, and
     * would be told of under the old moment, as known and over, should the portal be put up again: its incident stays.
     */
    public void takenDown(String portalCode, Instant at) {
        store.unendedBlindness(portalCode).forEach(blindness -> ending.end(blindness, at));
    }
}
