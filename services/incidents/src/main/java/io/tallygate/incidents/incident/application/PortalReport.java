package io.tallygate.incidents.incident.application;

import java.time.Instant;

/**
 * What a portal's bridge says of it.
 *
 * @param reason why it does not see; empty while it does
 * @param since when this began
 */
public record PortalReport(String portalCode, Sight sight, String reason, Instant since) {

    /** Whether the portal sees. */
    public enum Sight {
        WATCHING,
        BLIND,
        /** Neither: on its way to one of them. */
        UNSETTLED
    }
}
