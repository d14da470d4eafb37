package io.tallygate.gate.ledger;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The strongest power that a portal's antennas may send with, hundredths of a dBm.
 *
 * @param centiDbm of every antenna that has no bound of its own; empty for what the reader is set to
 * @param byAntenna bounds of single antennas, by antenna number
 */
public record PowerBounds(OptionalInt centiDbm, Map<Integer, Integer> byAntenna) {

    /** What the reader is set to. */
    public static final PowerBounds NONE = new PowerBounds(OptionalInt.empty(), Map.of());

    public PowerBounds {
        byAntenna = Map.copyOf(byAntenna);
    }
}
