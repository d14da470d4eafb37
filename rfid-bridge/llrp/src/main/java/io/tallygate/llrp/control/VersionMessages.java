package io.tallygate.llrp.control;

import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;

/**
 * Agreeing on a protocol version (LLRP 1.1, 15.1). LLRP 1.0.1 and so ltkjava do not have these messages; a reader of 1.0.1 answers
 * the first with ERROR_MESSAGE.
 */
public final class VersionMessages {

    private static final int CURRENT_AT = LlrpHeader.BYTES;
    private static final int SUPPORTED_AT = LlrpHeader.BYTES + 1;
    private static final int STATUS_BYTES = 8;

    private VersionMessages() {}

    /** Asks which versions the reader speaks. Carries version 1.1 in its header, as that version demands. */
    public static byte[] getSupportedVersion() {
        return header(MessageType.GET_SUPPORTED_VERSION, 0);
    }

    /** Asks the reader to speak {@code version} from its answer on. */
    public static byte[] setProtocolVersion(int version) {
        byte[] message = header(MessageType.SET_PROTOCOL_VERSION, 1);
        message[LlrpHeader.BYTES] = (byte) version;
        return message;
    }

    private static byte[] header(int type, int bodyBytes) {
        byte[] message = new byte[LlrpHeader.BYTES + bodyBytes];
        message[0] = (byte) (LlrpHeader.VERSION_1_1 << 2 | type >>> 8);
        message[1] = (byte) type;
        message[5] = (byte) message.length;
        return message;
    }

    /** The highest version the reader says it speaks; 1.0.1 where it does not say, or says so in a way that is none. */
    public static int supported(byte[] answer) {
        boolean told = isType(answer, MessageType.GET_SUPPORTED_VERSION_RESPONSE)
                && answer.length >= SUPPORTED_AT + 1 + STATUS_BYTES
                && isSuccess(answer, SUPPORTED_AT + 1);
        return told ? answer[SUPPORTED_AT] & 0xFF : LlrpHeader.VERSION_1_0_1;
    }

    /** The version the reader speaks now, as far as it says. */
    public static int current(byte[] answer) {
        return isType(answer, MessageType.GET_SUPPORTED_VERSION_RESPONSE) && answer.length > CURRENT_AT
                ? answer[CURRENT_AT] & 0xFF
                : LlrpHeader.VERSION_1_0_1;
    }

    /** Whether the reader agrees to the version asked for. */
    public static boolean isAgreed(byte[] answer) {
        return isType(answer, MessageType.SET_PROTOCOL_VERSION_RESPONSE)
                && answer.length >= LlrpHeader.BYTES + STATUS_BYTES
                && isSuccess(answer, LlrpHeader.BYTES);
    }

    private static boolean isType(byte[] answer, int type) {
        return answer.length >= LlrpHeader.BYTES && (ParameterLayout.u16(answer, 0) & 0x3FF) == type;
    }

    private static boolean isSuccess(byte[] answer, int statusAt) {
        return ParameterLayout.u16(answer, statusAt + ControlSieve.TLV_HEADER) == 0;
    }
}
