package io.tallygate.carriers.custody.domain;

import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A tag went through a gate, and what the gate made of it.
 *
 * @param item as the gate knew it; empty when its replica did not hold the tag
 * @param reason reason code of the verdict table, e.g. {@code NO_PERMIT}
 * @param permit the permit that the gate allowed it under
 */
public record Crossing(
        UUID id,
        Optional<ItemId> item,
        String epc,
        PortalCode portal,
        Way way,
        boolean allowed,
        String reason,
        Optional<PermitId> permit,
        Instant at) {

    /** Which way the line was crossed. */
    public enum Way {
        OUT,
        IN
    }
}
