package io.tallygate.llrp.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.C1G2MValue;
import org.llrp.ltk.generated.interfaces.AirProtocolUHFRFModeTable;
import org.llrp.ltk.generated.parameters.C1G2UHFRFModeTable;
import org.llrp.ltk.generated.parameters.C1G2UHFRFModeTableEntry;
import org.llrp.ltk.generated.parameters.FrequencyInformation;
import org.llrp.ltk.generated.parameters.RegulatoryCapabilities;
import org.llrp.ltk.generated.parameters.TransmitPowerLevelTableEntry;
import org.llrp.ltk.generated.parameters.UHFBandCapabilities;

/**
 * The tables out of which a reader takes modes, powers and channels (LLRP 1.1, 10.2.4). A ROSpec names their indexes, never values,
 * and a reader refuses an index that is not in its own table.
 *
 * @param modes in the reader's order; empty when it names none
 * @param powers in the reader's order; empty when it names none
 * @param hopTable the id of its first hop table, empty when it does not hop
 */
public record RadioCapabilities(List<AirMode> modes, List<PowerLevel> powers, OptionalInt hopTable) {

    /** What is known of a reader that tells nothing. */
    public static final RadioCapabilities NONE = new RadioCapabilities(List.of(), List.of(), OptionalInt.empty());

    public RadioCapabilities {
        modes = List.copyOf(modes);
        powers = List.copyOf(powers);
    }

    /**
     * A mode of the air protocol.
     *
     * @param id its ModeIdentifier
     * @param miller subcarrier cycles a symbol: 1 (FM0), 2, 4 or 8
     * @param bitsPerSecond of the forward link
     * @param tariNanos the only Tari it has, or 0 to let the reader choose
     */
    public record AirMode(int id, int miller, long bitsPerSecond, int tariNanos) {}

    /**
     * A transmit power.
     *
     * @param centiDbm hundredths of a dBm
     */
    public record PowerLevel(int index, int centiDbm) {}

    static RadioCapabilities of(@Nullable RegulatoryCapabilities region) {
        UHFBandCapabilities band = region == null ? null : region.getUHFBandCapabilities();
        return band == null ? NONE : new RadioCapabilities(modes(band), powers(band), hopTable(band));
    }

    private static List<AirMode> modes(UHFBandCapabilities band) {
        List<AirMode> modes = new ArrayList<>();
        for (AirProtocolUHFRFModeTable table : orEmpty(band.getAirProtocolUHFRFModeTableList())) {
            if (table instanceof C1G2UHFRFModeTable gen2) {
                orEmpty(gen2.getC1G2UHFRFModeTableEntryList()).forEach(entry -> modes.add(mode(entry)));
            }
        }
        return modes;
    }

    private static AirMode mode(C1G2UHFRFModeTableEntry entry) {
        int miller =
                switch (entry.getMValue().intValue()) {
                    case C1G2MValue.MV_2 -> 2;
                    case C1G2MValue.MV_4 -> 4;
                    case C1G2MValue.MV_8 -> 8;
                    default -> 1;
                };
        int least = entry.getMinTariValue().intValue();
        boolean single = least == entry.getMaxTariValue().intValue() && least <= 0xFFFF;
        return new AirMode(
                entry.getModeIdentifier().intValue(),
                miller,
                entry.getBDRValue().toLong(),
                single ? least : 0);
    }

    private static List<PowerLevel> powers(UHFBandCapabilities band) {
        List<PowerLevel> powers = new ArrayList<>();
        for (TransmitPowerLevelTableEntry entry : orEmpty(band.getTransmitPowerLevelTableEntryList())) {
            powers.add(new PowerLevel(
                    entry.getIndex().intValue(), entry.getTransmitPowerValue().intValue()));
        }
        return powers;
    }

    private static OptionalInt hopTable(UHFBandCapabilities band) {
        FrequencyInformation channels = band.getFrequencyInformation();
        if (channels == null || !channels.getHopping().toBoolean()) {
            return OptionalInt.empty();
        }
        return orEmpty(channels.getFrequencyHopTableList()).stream()
                .mapToInt(table -> table.getHopTableID().intValue())
                .findFirst();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /**
     * The mode for a gate: Miller 4 stands the echoes of a doorway and neighbouring readers and is still fast; of several the fastest,
     * else the reader's own first.
     */
    public Optional<AirMode> gateMode() {
        return modes.stream()
                .filter(mode -> mode.miller() == 4)
                .max(Comparator.comparingLong(AirMode::bitsPerSecond))
                .or(() -> modes.stream().findFirst());
    }

    /** The strongest power of the table that is not above {@code centiDbm}, else the weakest there is. */
    public Optional<PowerLevel> powerUpTo(int centiDbm) {
        return powers.stream()
                .filter(power -> power.centiDbm() <= centiDbm)
                .max(Comparator.comparingInt(PowerLevel::centiDbm))
                .or(() -> powers.stream().min(Comparator.comparingInt(PowerLevel::centiDbm)));
    }
}
