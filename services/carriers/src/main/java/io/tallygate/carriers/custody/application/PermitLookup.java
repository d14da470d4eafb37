package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import java.time.Instant;
import java.util.Optional;

/** What custody asks of exit permits, within the running transaction's scope. */
public interface PermitLookup {

    /** A permit as custody shows it. */
    record PermitSummary(PermitId id, String permitNo, Instant validUntil, Instant returnBy) {}

    /** The active permit that names the item and the portal at that moment. */
    Optional<PermitId> covering(ItemId item, PortalCode portal, Instant at);

    Optional<PermitSummary> summary(PermitId permit);
}
