package io.tallygate.simulator;

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

/** The tables of the simulated radio: three powers, two modes, one hop table. */
final class Band {

    private static final int[] POWERS_CENTI_DBM = {1_000, 2_000, 3_000};
    /** The hop table. */
    static final int[] CHANNELS_KHZ = {920_625, 922_375};

    private static final int TARI_NANOS = 20_000;

    private Band() {}

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
        modes.addToC1G2UHFRFModeTableEntryList(mode(1, C1G2MValue.MV_FM0, 640_000));
        modes.addToC1G2UHFRFModeTableEntryList(mode(2, C1G2MValue.MV_4, 250_000));
        band.addToAirProtocolUHFRFModeTableList(modes);
        return band;
    }

    private static FrequencyInformation channels() {
        UnsignedIntegerArray kilohertz = new UnsignedIntegerArray();
        for (int channel : CHANNELS_KHZ) {
            kilohertz.add(new UnsignedInteger(channel));
        }
        FrequencyHopTable hops = new FrequencyHopTable();
        hops.setHopTableID(new UnsignedByte(1));
        hops.setFrequency(kilohertz);
        FrequencyInformation channels = new FrequencyInformation();
        channels.setHopping(new Bit(true));
        channels.addToFrequencyHopTableList(hops);
        return channels;
    }

    private static C1G2UHFRFModeTableEntry mode(int id, int miller, int bitsPerSecond) {
        C1G2UHFRFModeTableEntry mode = new C1G2UHFRFModeTableEntry();
        mode.setModeIdentifier(new UnsignedInteger(id));
        mode.setDRValue(new C1G2DRValue(C1G2DRValue.DRV_64_3));
        mode.setEPCHAGTCConformance(new Bit(false));
        mode.setMValue(new C1G2MValue(miller));
        mode.setForwardLinkModulation(new C1G2ForwardLinkModulation(C1G2ForwardLinkModulation.PR_ASK));
        mode.setSpectralMaskIndicator(new C1G2SpectralMaskIndicator(C1G2SpectralMaskIndicator.MI));
        mode.setBDRValue(new UnsignedInteger(bitsPerSecond));
        mode.setPIEValue(new UnsignedInteger(2_000));
        mode.setMinTariValue(new UnsignedInteger(TARI_NANOS));
        mode.setMaxTariValue(new UnsignedInteger(TARI_NANOS));
        mode.setStepTariValue(new UnsignedInteger(0));
        return mode;
    }
}
