package io.tallygate.llrp.control;

import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES_RESPONSE;
import org.llrp.ltk.generated.parameters.GPIOCapabilities;
import org.llrp.ltk.generated.parameters.GeneralDeviceCapabilities;
import org.llrp.ltk.generated.parameters.LLRPCapabilities;
import org.llrp.ltk.types.LLRPMessage;

/**
 * What a reader says it can do, as far as the set-up and the gate depend on it.
 *
 * @param manufacturer IANA private enterprise number (Impinj 25882)
 * @param model the manufacturer's own number
 * @param antennas how many antennas it may have, numbered from 1
 * @param inputs GPI ports
 * @param outputs GPO ports, numbered from 1; a reader with none cannot sound an alarm
 * @param utcClock whether its timestamps are UTC; else they count from its start
 * @param holdsReports whether it can hold events and reports until told to send
 * @param maxRoSpecs how many ROSpecs fit
 * @param maxAccessSpecs how many AccessSpecs fit; a reader with none cannot read the TID
 * @param radio what its radio offers
 */
public record ReaderCapabilities(
        long manufacturer,
        long model,
        String firmware,
        int antennas,
        int inputs,
        int outputs,
        boolean utcClock,
        boolean holdsReports,
        long maxRoSpecs,
        long maxAccessSpecs,
        RadioCapabilities radio) {

    /**
     * Reads the reader's answer.
     *
     * @throws ControlException with {@link ControlFault#PARAMETER_MISSING} when the answer lacks the general capabilities
     */
    public static ReaderCapabilities of(LLRPMessage message) {
        if (!(message instanceof GET_READER_CAPABILITIES_RESPONSE answer)) {
            throw new ControlException(ControlFault.UNKNOWN_TYPE, message.getName() + " instead of capabilities");
        }
        GeneralDeviceCapabilities device = answer.getGeneralDeviceCapabilities();
        if (device == null) {
            throw new ControlException(ControlFault.PARAMETER_MISSING, "GeneralDeviceCapabilities");
        }
        LLRPCapabilities llrp = answer.getLLRPCapabilities();
        GPIOCapabilities ports = device.getGPIOCapabilities();
        return new ReaderCapabilities(
                device.getDeviceManufacturerName().toLong(),
                device.getModelName().toLong(),
                device.getReaderFirmwareVersion() == null
                        ? ""
                        : device.getReaderFirmwareVersion().toString(),
                device.getMaxNumberOfAntennaSupported().intValue(),
                ports == null ? 0 : ports.getNumGPIs().intValue(),
                ports == null ? 0 : ports.getNumGPOs().intValue(),
                device.getHasUTCClockCapability().toBoolean(),
                llrp != null && llrp.getSupportsEventAndReportHolding().toBoolean(),
                llrp == null ? 1 : llrp.getMaxNumROSpecs().toLong(),
                llrp == null ? 0 : llrp.getMaxNumAccessSpecs().toLong(),
                RadioCapabilities.of(answer.getRegulatoryCapabilities()));
    }
}
