package io.tallygate.llrp.control;

import java.util.List;

/**
 * What our ROSpec is to be made of.
 *
 * @param antennas numbers to read with; empty for every antenna the reader has
 * @param radio the reader's tables
 * @param power the strongest to use
 * @param dialect how much of it to say
 */
public record RoSpecPlan(List<Integer> antennas, RadioCapabilities radio, TransmitPower power, RoSpecDialect dialect) {

    public RoSpecPlan {
        antennas = List.copyOf(antennas);
    }

    /** Antenna numbers and nothing else. */
    public static RoSpecPlan plain(List<Integer> antennas) {
        return new RoSpecPlan(antennas, RadioCapabilities.NONE, TransmitPower.AS_SET, RoSpecDialect.PLAIN);
    }
}
