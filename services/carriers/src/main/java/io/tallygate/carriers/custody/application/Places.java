package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.identifier.PortalCode;
import java.util.Optional;

/** Cabinets, portals and the rooms they are in. */
public interface Places {

    Optional<String> roomOfCabinet(String cabinetCode);

    Optional<String> roomOfPortal(PortalCode portal);

    /** Whether there is such a portal in use. */
    boolean portalInUse(PortalCode portal);
}
