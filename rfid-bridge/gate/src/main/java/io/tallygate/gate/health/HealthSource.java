package io.tallygate.gate.health;

import io.tallygate.contracts.rfid.v1.PortalHealth;
import java.util.List;

/** The health of every portal now. */
@FunctionalInterface
public interface HealthSource {
    List<PortalHealth> healths();
}
