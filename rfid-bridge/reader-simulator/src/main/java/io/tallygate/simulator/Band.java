package io.tallygate.simulator;

import java.util.List;
import org.llrp.ltk.generated.enumerations.C1G2DRValue;
import org.llrp.ltk.generated.enumerations.C1G2ForwardLinkModulation;
import org.llrp.ltk.generated.enumerations.C1G2MValue;
import org.llrp.ltk.generated.enumerations.C1G2SpectralMaskIndicator;
import org.llrp.ltk.generated.parameters.C1G2UHFRFModeTable;
import org.llrp.ltk.generated.parameters.C1G2UHFRFModeTableEntry;
import org.llrp.ltk.generated.parameters.FrequencyHopTable;
import org.llrp.ltk.generated.parameters.FrequencyInformation;
import org.llrp.ltk.generated.parameters.TransmitPowerLevelTableEntry;
import org.llrp.ltk.generated.parameters.UHFBandCapabilities;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.SignedShort;
import org.llrp.ltk.types.UnsignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedIntegerArray;
import org.llrp.ltk.types.UnsignedShort;

/**
 * The tables of the simulated radio: three powers, two modes, one hop table. Modes and hop table have numbers that nobody would guess:
 * a client must have read them in the tables.
 */
final class Band {

    private static final int[] POWERS_CENTI_DBM = {1_000, 2_000, 3_000};
    /** The hop table. */
    static final int[] CHANNELS_KHZ = {920_625, 922_375};

    private static final int HOP_TABLE = 7;
    private static final List<Mode> MODES =
            List.of(new Mode(9, C1G2MValue.MV_FM0, 640_000, 6_250), new Mode(1_003, C1G2MValue.MV_4, 250_000, 20_000));

    private Band() {}

    /** A mode with the only Tari it has. */
    private record Mode(int id, int miller, int bitsPerSecond, int tariNanos) {}

    /** Whether that is the number of a hop table. */
    static boolean hasHopTable(int id) {
        return id == HOP_TABLE;
    }

    /** Whether that is the number of a mode. */
    static boolean hasMode(int id) {
        return MODES.stream().anyMatch(mode -> mode.id() == id);
    }

    /** Whether the mode of that number has that Tari; 0 leaves it to the reader. */
    static boolean hasTari(int id, int nanos) {
        return nanos == 0 || MODES.stream().anyMatch(mode -> mode.id() == id && mode.tariNanos() == nanos);
    }

    /** Whether that index is in the table of powers. */
    static boolean hasPower(int index) {
        return index >= 1 && index <= POWERS_CENTI_DBM.length;
    }

    /** The power at an index of the table, in dBm. */
    static double powerDbm(int index) {
        return POWERS_CENTI_DBM[index - 1] / 100.0;
    }

    static UHFBandCapabilities capabilities() {
        UHFBandCapabilities band = new UHFBandCapabilities();
        for (int i = 0; i < POWERS_CENTI_DBM.length; i++) {
            TransmitPowerLevelTableEntry power = new TransmitPowerLevelTableEntry();
            power.setIndex(new UnsignedShort(i + 1));
            power.setTransmitPowerValue(new SignedShort(POWERS_CENTI_DBM[i]));
            band.addToTransmitPowerLevelTableEntryList(power);
        }
        band.setFrequencyInformation(channels());
        C1G2UHFRFModeTable modes = new C1G2UHFRFModeTable();
        MODES.forEach(mode -> modes.addToC1G2UHFRFModeTableEntryList(entry(mode)));
        band.addToAirProtocolUHFRFModeTableList(modes);
        return band;
    }

    private static FrequencyInformation channels() {
        UnsignedIntegerArray kilohertz = new UnsignedIntegerArray();
        for (int channel : CHANNELS_KHZ) {
            kilohertz.add(new UnsignedInteger(channel));
        }
        FrequencyHopTable hops = new FrequencyHopTable();
        hops.setHopTableID(new UnsignedByte(HOP_TABLE));
        hops.setFrequency(kilohertz);
        FrequencyInformation channels = new FrequencyInformation();
        channels.setHopping(new Bit(true));
        channels.addToFrequencyHopTableList(hops);
        return channels;
    }

    private static C1G2UHFRFModeTableEntry entry(Mode mode) {
        C1G2UHFRFModeTableEntry entry = new C1G2UHFRFModeTableEntry();
        entry.setModeIdentifier(new UnsignedInteger(mode.id()));
        entry.setDRValue(new C1G2DRValue(C1G2DRValue.DRV_64_3));
        entry.setEPCHAGTCConformance(new Bit(false));
        entry.setMValue(new C1G2MValue(mode.miller()));
        entry.setForwardLinkModulation(new C1G2ForwardLinkModulation(C1G2ForwardLinkModulation.PR_ASK));
        entry.setSpectralMaskIndicator(new C1G2SpectralMaskIndicator(C1G2SpectralMaskIndicator.MI));
        entry.setBDRValue(new UnsignedInteger(mode.bitsPerSecond()));
        entry.setPIEValue(new UnsignedInteger(2_000));
        entry.setMinTariValue(new UnsignedInteger(mode.tariNanos()));
        entry.setMaxTariValue(new UnsignedInteger(mode.tariNanos()));
        entry.setStepTariValue(new UnsignedInteger(0));
        return entry;
    }
}
