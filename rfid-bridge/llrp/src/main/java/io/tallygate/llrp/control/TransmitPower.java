package io.tallygate.llrp.control;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The strongest power that antennas may send with, hundredths of a dBm.
 *
 * @param centiDbm of every antenna that has none of its own; empty for what the reader is set to
 * @param byAntenna of those that have, by antenna number
 */
public record TransmitPower(OptionalInt centiDbm, Map<Integer, Integer> byAntenna) {

    /** Nothing is asked for. */
    public static final TransmitPower AS_SET = new TransmitPower(OptionalInt.empty(), Map.of());

    public TransmitPower {
        byAntenna = Map.copyOf(byAntenna);
    }

    /** One for all. */
    public static TransmitPower upTo(int centiDbm) {
        return new TransmitPower(OptionalInt.of(centiDbm), Map.of());
    }

    /** What is asked of this antenna. */
    OptionalInt of(int antenna) {
        Integer own = byAntenna.get(antenna);
        return own == null ? centiDbm : OptionalInt.of(own);
    }

    /** What breaks nobody's bound where all {@code antennas} must do with one power. */
    OptionalInt ofAll(List<Integer> antennas) {
        return IntStream.concat(
                        centiDbm.stream(),
                        byAntenna.entrySet().stream()
                                .filter(own -> antennas.isEmpty() || antennas.contains(own.getKey()))
                                .mapToInt(Map.Entry::getValue))
                .min();
    }
}
