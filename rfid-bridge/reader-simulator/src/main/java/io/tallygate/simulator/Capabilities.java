package io.tallygate.simulator;

import io.tallygate.llrp.control.ImpinjExtensions;
import org.llrp.ltk.generated.enumerations.AirProtocols;
import org.llrp.ltk.generated.enumerations.AirProtocolsArray;
import org.llrp.ltk.generated.enumerations.CommunicationsStandard;
import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES_RESPONSE;
import org.llrp.ltk.generated.parameters.C1G2LLRPCapabilities;
import org.llrp.ltk.generated.parameters.GPIOCapabilities;
import org.llrp.ltk.generated.parameters.GeneralDeviceCapabilities;
import org.llrp.ltk.generated.parameters.LLRPCapabilities;
import org.llrp.ltk.generated.parameters.PerAntennaAirProtocol;
import org.llrp.ltk.generated.parameters.ReceiveSensitivityTableEntry;
import org.llrp.ltk.generated.parameters.RegulatoryCapabilities;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.SignedShort;
import org.llrp.ltk.types.UTF8String_UTF_8;
import org.llrp.ltk.types.UnsignedByte;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;

/** What the simulated reader says it can do. */
final class Capabilities {

    private static final int NOBODY = 0;
    private static final int MODEL = 1;

    private Capabilities() {}

    static void fill(GET_READER_CAPABILITIES_RESPONSE answer, int antennas, int inputs, ReaderProfile profile) {
        answer.setGeneralDeviceCapabilities(device(antennas, inputs, profile));
        answer.setLLRPCapabilities(protocol());
        answer.setRegulatoryCapabilities(region());
        answer.setAirProtocolLLRPCapabilities(gen2());
    }

    private static GeneralDeviceCapabilities device(int antennas, int inputs, ReaderProfile profile) {
        GeneralDeviceCapabilities device = new GeneralDeviceCapabilities();
        device.setMaxNumberOfAntennaSupported(new UnsignedShort(antennas));
        device.setCanSetAntennaProperties(new Bit(false));
        device.setHasUTCClockCapability(new Bit(profile.utcClock()));
        device.setDeviceManufacturerName(new UnsignedInteger(manufacturer(profile)));
        device.setModelName(new UnsignedInteger(MODEL));
        device.setReaderFirmwareVersion(new UTF8String_UTF_8("simulated"));
        ReceiveSensitivityTableEntry sensitivity = new ReceiveSensitivityTableEntry();
        sensitivity.setIndex(new UnsignedShort(1));
        sensitivity.setReceiveSensitivityValue(new SignedShort(0));
        device.addToReceiveSensitivityTableEntryList(sensitivity);
        GPIOCapabilities ports = new GPIOCapabilities();
        ports.setNumGPIs(new UnsignedShort(inputs));
        ports.setNumGPOs(new UnsignedShort(profile.outputs()));
        device.setGPIOCapabilities(ports);
        for (int antenna = 1; antenna <= antennas; antenna++) {
            PerAntennaAirProtocol protocol = new PerAntennaAirProtocol();
            protocol.setAntennaID(new UnsignedShort(antenna));
            AirProtocolsArray protocols = new AirProtocolsArray();
            protocols.add(new AirProtocols(AirProtocols.EPCGlobalClass1Gen2));
            protocol.setProtocolID(protocols);
            device.addToPerAntennaAirProtocolList(protocol);
        }
        return device;
    }

    private static int manufacturer(ReaderProfile profile) {
        return profile.extensions() == Extensions.FOREIGN ? NOBODY : ImpinjExtensions.VENDOR;
    }

    private static LLRPCapabilities protocol() {
        LLRPCapabilities protocol = new LLRPCapabilities();
        protocol.setCanDoRFSurvey(new Bit(false));
        protocol.setCanReportBufferFillWarning(new Bit(false));
        protocol.setSupportsClientRequestOpSpec(new Bit(false));
        protocol.setCanDoTagInventoryStateAwareSingulation(new Bit(false));
        protocol.setSupportsEventAndReportHolding(new Bit(true));
        protocol.setMaxNumPriorityLevelsSupported(new UnsignedByte(1));
        protocol.setClientRequestOpSpecTimeout(new UnsignedShort(0));
        protocol.setMaxNumROSpecs(new UnsignedInteger(8));
        protocol.setMaxNumSpecsPerROSpec(new UnsignedInteger(8));
        protocol.setMaxNumInventoryParameterSpecsPerAISpec(new UnsignedInteger(1));
        protocol.setMaxNumAccessSpecs(new UnsignedInteger(8));
        protocol.setMaxNumOpSpecsPerAccessSpec(new UnsignedInteger(8));
        return protocol;
    }

    private static RegulatoryCapabilities region() {
        RegulatoryCapabilities region = new RegulatoryCapabilities();
        region.setCountryCode(new UnsignedShort(156));
        region.setCommunicationsStandard(new CommunicationsStandard(CommunicationsStandard.Unspecified));
        region.setUHFBandCapabilities(Band.capabilities());
        return region;
    }

    private static C1G2LLRPCapabilities gen2() {
        C1G2LLRPCapabilities gen2 = new C1G2LLRPCapabilities();
        gen2.setCanSupportBlockErase(new Bit(false));
        gen2.setCanSupportBlockWrite(new Bit(false));
        gen2.setMaxNumSelectFiltersPerQuery(new UnsignedShort(1));
        return gen2;
    }
}
