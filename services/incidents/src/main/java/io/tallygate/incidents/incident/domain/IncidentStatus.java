package io.tallygate.incidents.incident.domain;

/** The states' names, as lists filter by them. */
public enum IncidentStatus {
    OPEN,
    ACKNOWLEDGED,
    CLOSED
}
