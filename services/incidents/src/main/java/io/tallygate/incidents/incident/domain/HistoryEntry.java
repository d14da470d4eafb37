package io.tallygate.incidents.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an incident.
 *
 * @param by user name, or {@value #GATE} for what the gates reported themselves
 */
public record HistoryEntry(
        Instant at, String by, Event what, @Nullable String comment) {

    public static final String GATE = "gate";

    /** What can happen. */
    public enum Event {
        OPENED,
        ACKNOWLEDGED,
        CLOSED
    }
}
