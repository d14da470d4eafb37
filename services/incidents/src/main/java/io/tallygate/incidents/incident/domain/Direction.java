package io.tallygate.incidents.incident.domain;

/** Which way a tag crossed, as seen from inside the room. */
public enum Direction {
    OUT,
    IN,
    UNKNOWN
}
