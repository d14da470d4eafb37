package io.tallygate.carriers.exitpermit.domain;

import io.tallygate.carriers.identifier.PortalCode;
import java.time.Instant;
import java.util.List;

/**
 * What a permit allows.
 *
 * @param holderNo person number of who carries the items
 * @param portals through which they may leave
 * @param returnBy when everything must be back
 * @param packaging how they are carried, e.g. in a sealed bag or code box
 */
public record Terms(
        String holderNo,
        List<PortalCode> portals,
        Window window,
        Instant returnBy,
        String destination,
        String purpose,
        String packaging) {

    public Terms {
        portals = List.copyOf(portals);
    }
}
