package io.tallygate.llrp.control;

import java.util.List;

/**
 * What our ROSpec is to be made of.
 *
 * @param antennas numbers to read with; empty for every antenna the reader has
 * @param radio the reader's tables
 * @param power the strongest to use
 * @param dialect how much of it to say
 * @param carrier whether to ask for what {@link ImpinjExtensions} have of each read, which a reader must have been enabled to take
 */
public record RoSpecPlan(
        List<Integer> antennas, RadioCapabilities radio, TransmitPower power, RoSpecDialect dialect, boolean carrier) {

    public RoSpecPlan {
        antennas = List.copyOf(antennas);
    }

    /** What every maker's readers may be asked. */
    public RoSpecPlan(List<Integer> antennas, RadioCapabilities radio, TransmitPower power, RoSpecDialect dialect) {
        this(antennas, radio, power, dialect, false);
    }

    /** Antenna numbers and nothing else. */
    public static RoSpecPlan plain(List<Integer> antennas) {
        return new RoSpecPlan(antennas, RadioCapabilities.NONE, TransmitPower.AS_SET, RoSpecDialect.PLAIN);
    }
}
