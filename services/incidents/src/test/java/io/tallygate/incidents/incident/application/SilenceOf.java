package io.tallygate.incidents.incident.application;

import io.tallygate.incidents.incident.persistence.IncidentStore;

/** An instance's use case by itself, for tests without the service around it. */
public final class SilenceOf {

    private SilenceOf() {}

    public static FollowingSilence store(IncidentStore store) {
        PublicationBell bell = changed -> {};
        return new FollowingSilence(new OpeningIncident(store, bell), new EndingIncident(store, bell), store);
    }
}
