package io.tallygate.gate.ledger;

import java.time.Instant;
import java.util.Set;

/**
 * An exit permit that is in force or has run out; those pending, rejected, revoked or closed are no permits to a gate.
 *
 * @param active false once the ledger calls it expired
 * @param validFrom first moment it covers
 * @param validUntil first moment it no longer covers
 */
public record KnownPermit(
        PermitId permitId,
        boolean active,
        Set<ItemId> items,
        Set<PortalCode> portals,
        Instant validFrom,
        Instant validUntil) {

    public KnownPermit {
        items = Set.copyOf(items);
        portals = Set.copyOf(portals);
    }

    public boolean covers(PortalCode portal) {
        return portals.contains(portal);
    }

    public boolean isNotYetValidAt(Instant moment) {
        return active && moment.isBefore(validFrom);
    }

    public boolean isValidAt(Instant moment) {
        return active && !moment.isBefore(validFrom) && moment.isBefore(validUntil);
    }

    public boolean hasExpiredAt(Instant moment) {
        return !active || !moment.isBefore(validUntil);
    }
}
