package io.tallygate.incidents.incident.application;

import java.time.Instant;
import java.util.List;

/**
 * What a portal's bridge says of its horn.
 *
 * @param faults what is wrong with it, the earliest first; none while nothing is known to be
 */
public record HornReport(String portalCode, List<Fault> faults, Instant reportedAt) {

    public HornReport {
        faults = List.copyOf(faults);
    }

    /**
     * Something because of which nobody hears an alarm.
     *
     * @param code the warning's, which becomes the incident's reason
     */
    public record Fault(String code, Instant since) {}
}
