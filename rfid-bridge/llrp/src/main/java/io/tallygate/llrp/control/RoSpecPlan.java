package io.tallygate.llrp.control;

import java.util.List;
import java.util.OptionalInt;

/**
 * What our ROSpec is to be made of.
 *
 * @param antennas numbers to read with; empty for every antenna the reader has
 * @param radio the reader's tables
 * @param powerCentiDbm the strongest power to use, hundredths of a dBm; empty for what the reader is set to
 * @param dialect how much of it to say
 */
public record RoSpecPlan(
        List<Integer> antennas, RadioCapabilities radio, OptionalInt powerCentiDbm, RoSpecDialect dialect) {

    public RoSpecPlan {
        antennas = List.copyOf(antennas);
    }

    /** Antenna numbers and nothing else. */
    public static RoSpecPlan plain(List<Integer> antennas) {
        return new RoSpecPlan(antennas, RadioCapabilities.NONE, OptionalInt.empty(), RoSpecDialect.PLAIN);
    }
}
