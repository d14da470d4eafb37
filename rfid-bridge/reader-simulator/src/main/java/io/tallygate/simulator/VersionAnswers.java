package io.tallygate.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import io.tallygate.simulator.Answers.Verdict;
import org.llrp.ltk.generated.enumerations.StatusCode;

/** How a reader of either LLRP answers to the messages that only 1.1 has. */
final class VersionAnswers {

    private static final int LLRP_STATUS = 287;
    private static final int STATUS_BYTES = 8;

    private VersionAnswers() {}

    static boolean isVersionMessage(int type) {
        return type == MessageType.GET_SUPPORTED_VERSION || type == MessageType.SET_PROTOCOL_VERSION;
    }

    /** @param newest whether the reader speaks LLRP 1.1 */
    static byte[] to(ByteBuf request, boolean newest) {
        int at = request.readerIndex();
        long id = LlrpHeader.messageId(request, at);
        if (!newest) {
            Verdict refusal = new Verdict(StatusCode.M_UnsupportedVersion, "LLRP 1.0.1 alone", 0);
            return ControlCodec.encode(Answers.error(refusal), id);
        }
        return LlrpHeader.type(request, at) == MessageType.GET_SUPPORTED_VERSION ? supported(id) : agreed(request, id);
    }

    private static byte[] supported(long id) {
        ByteBuf out = Unpooled.buffer();
        LlrpHeader.write(out, MessageType.GET_SUPPORTED_VERSION_RESPONSE, 2 + STATUS_BYTES, id);
        out.writeByte(LlrpHeader.VERSION_1_0_1).writeByte(LlrpHeader.VERSION_1_1);
        return withStatus(out, StatusCode.M_Success);
    }

    private static byte[] agreed(ByteBuf request, long id) {
        int wanted = request.readableBytes() > LlrpHeader.BYTES
                ? request.getUnsignedByte(request.readerIndex() + LlrpHeader.BYTES)
                : 0;
        ByteBuf out = Unpooled.buffer();
        LlrpHeader.write(out, MessageType.SET_PROTOCOL_VERSION_RESPONSE, STATUS_BYTES, id);
        return withStatus(
                out, wanted == LlrpHeader.VERSION_1_1 ? StatusCode.M_Success : StatusCode.M_UnsupportedVersion);
    }

    private static byte[] withStatus(ByteBuf out, int code) {
        out.writeShort(LLRP_STATUS).writeShort(STATUS_BYTES).writeShort(code).writeShort(0);
        byte[] message = ByteBufUtil.getBytes(out);
        LlrpHeader.stampVersion(message, LlrpHeader.VERSION_1_1);
        return message;
    }
}
