package io.tallygate.crossing;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a detector must know of a portal.
 *
 * @param code the portal's code, e.g. {@code P-101}
 * @param antennas antenna number to the zone it looks at; a portal needs at least one of each
 */
public record PortalLayout(String code, Map<Integer, Zone> antennas) {

    public PortalLayout {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a portal has a code");
        }
        antennas = Map.copyOf(antennas);
        if (!Set.copyOf(antennas.values()).equals(Set.of(Zone.values()))) {
            throw new IllegalArgumentException("portal " + code + " needs antennas INSIDE and OUTSIDE");
        }
    }

    /** The zone of {@code antenna}, null when the portal has no such antenna. */
    public @Nullable Zone zoneOf(int antenna) {
        return antennas.get(antenna);
    }
}
