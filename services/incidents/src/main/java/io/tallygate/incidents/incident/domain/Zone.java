package io.tallygate.incidents.incident.domain;

/** Which side of a portal an antenna looked at. */
public enum Zone {
    INSIDE,
    OUTSIDE
}
