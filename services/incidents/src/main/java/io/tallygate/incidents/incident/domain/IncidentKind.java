package io.tallygate.incidents.incident.domain;

/** What sort of thing happened; the reason tells the rest. */
public enum IncidentKind {
    /** A tag went out and the gate alarmed, whatever its reason: no permit, a wrong one, a ghost, a clone, a tag nobody knows. */
    UNAUTHORIZED_EXIT,
    /** The gate alarmed and nothing went out: a tag coming in that is not what the ledger says. */
    TAG_ANOMALY,
    /** One EPC at two places at once: one of the two tags is a copy. */
    DUPLICATE_TAG,
    /** A portal could not see. */
    PORTAL_BLIND,
    /** A portal sees, and its horn does not sound. */
    PORTAL_MUTE;

    /** The kind of an alarmed crossing, by where the tag was going: what left the room is an exit first of all. */
    public static IncidentKind ofAlarm(Direction direction) {
        return switch (direction) {
            case OUT -> UNAUTHORIZED_EXIT;
            case IN, UNKNOWN -> TAG_ANOMALY;
        };
    }
}
