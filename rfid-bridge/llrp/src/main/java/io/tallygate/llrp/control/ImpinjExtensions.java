package io.tallygate.llrp.control;

import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import org.llrp.ltk.generated.messages.CUSTOM_MESSAGE;
import org.llrp.ltk.generated.parameters.Custom;
import org.llrp.ltk.types.BytesToEnd_HEX;
import org.llrp.ltk.types.UnsignedByte;
import org.llrp.ltk.types.UnsignedInteger;

/**
 * What Impinj's readers tell of a read beyond LLRP: phase, Doppler shift, and the strength in hundredths of a dBm. Such a reader takes
 * nothing of it before it has been asked, on that connection, to enable its extensions; one of another maker is asked nothing.
 *
 * <p>Numbers and order are those of Impinj's definitions for the LLRP Tool Kit (Octane LLRP), which its libraries and the makers of
 * others (sllurp, EdgeX) write byte for byte alike.
 */
public final class ImpinjExtensions {

    /** Private enterprise number of the maker: as {@link ReaderCapabilities#manufacturer} and in everything that is its own. */
    public static final int VENDOR = 25882;

    /** IMPINJ_ENABLE_EXTENSIONS: 32 bits that are zero. */
    public static final int ENABLE_EXTENSIONS = 21;

    /** IMPINJ_ENABLE_EXTENSIONS_RESPONSE: an LLRPStatus. */
    public static final int ENABLE_EXTENSIONS_RESPONSE = 22;

    /** ImpinjTagReportContentSelector: last in an ROReportSpec, with the following three in this order. */
    public static final int REPORT_CONTENT = 50;

    /** ImpinjEnableRFPhaseAngle: a u16, 1 for yes. */
    public static final int ENABLE_PHASE = 52;

    /** ImpinjEnablePeakRSSI: likewise. */
    public static final int ENABLE_PEAK_RSSI = 53;

    /** ImpinjEnableRFDopplerFrequency: likewise. */
    public static final int ENABLE_DOPPLER = 67;

    /** Of a CUSTOM_MESSAGE, between its header and its first parameter: vendor and subtype. */
    private static final int CUSTOM_FIELDS = 5;

    private static final int SUBTYPE_AT = LlrpHeader.BYTES + 4;
    private static final String RESERVED = "00000000";

    private ImpinjExtensions() {}

    /** Asks the reader to take what is asked for below. To be answered with what {@link #verdict} reads. */
    public static CUSTOM_MESSAGE enable() {
        CUSTOM_MESSAGE message = new CUSTOM_MESSAGE();
        message.setVendorIdentifier(new UnsignedInteger(VENDOR));
        message.setMessageSubtype(new UnsignedByte(ENABLE_EXTENSIONS));
        message.setData(new BytesToEnd_HEX(RESERVED));
        return message;
    }

    /**
     * What the reader answered to {@link #enable}.
     *
     * @throws ControlException when it is no answer to that, or cannot be read
     */
    public static ReaderStatus verdict(byte[] answer) {
        int type = answer.length < LlrpHeader.BYTES ? 0 : ParameterLayout.u16(answer, 0) & 0x3FF;
        if (type == MessageType.CUSTOM_MESSAGE && isOurs(answer)) {
            return status(withoutVendor(answer));
        }
        if (type == MessageType.ERROR_MESSAGE && !status(answer).isSuccess()) {
            return status(answer);
        }
        throw new ControlException(
                ControlFault.UNKNOWN_TYPE, "message type " + type + " instead of enabled extensions");
    }

    private static boolean isOurs(byte[] answer) {
        return answer.length >= LlrpHeader.BYTES + CUSTOM_FIELDS
                && ParameterLayout.u16(answer, LlrpHeader.BYTES) == VENDOR >>> 16
                && ParameterLayout.u16(answer, LlrpHeader.BYTES + 2) == (VENDOR & 0xFFFF)
                && answer[SUBTYPE_AT] == ENABLE_EXTENSIONS_RESPONSE;
    }

    /** As LLRP itself answers what it refuses: the same verdict, in a message whose every length is checked before it is read. */
    private static byte[] withoutVendor(byte[] answer) {
        byte[] plain = new byte[answer.length - CUSTOM_FIELDS];
        LlrpHeader.write(
                Unpooled.wrappedBuffer(plain).clear(), MessageType.ERROR_MESSAGE, plain.length - LlrpHeader.BYTES, 0);
        System.arraycopy(
                answer, LlrpHeader.BYTES + CUSTOM_FIELDS, plain, LlrpHeader.BYTES, plain.length - LlrpHeader.BYTES);
        return plain;
    }

    private static ReaderStatus status(byte[] message) {
        return ReaderStatus.of(
                ControlCodec.decode(Unpooled.wrappedBuffer(message)).message());
    }

    /** In an ROReportSpec: tell phase, finer strength and Doppler of each read. */
    static Custom reportContent() {
        return parameter(REPORT_CONTENT, on(ENABLE_PHASE) + on(ENABLE_PEAK_RSSI) + on(ENABLE_DOPPLER));
    }

    /** A Custom parameter that says yes, in hexadecimal digits: type, length, vendor, subtype, 1. */
    private static String on(int subtype) {
        return String.format("%04X%04X%08X%08X%04X", 1023, 14, VENDOR, subtype, 1);
    }

    private static Custom parameter(int subtype, String data) {
        Custom parameter = new Custom();
        parameter.setVendorIdentifier(new UnsignedInteger(VENDOR));
        parameter.setParameterSubtype(new UnsignedInteger(subtype));
        parameter.setData(new BytesToEnd_HEX(data));
        return parameter;
    }
}
