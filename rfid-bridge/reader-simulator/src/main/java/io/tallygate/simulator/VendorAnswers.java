package io.tallygate.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.ImpinjExtensions;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import io.tallygate.simulator.Answers.Verdict;
import java.nio.charset.StandardCharsets;
import org.llrp.ltk.generated.enumerations.StatusCode;

/** How a reader of Impinj's or of another maker answers to a message that is a vendor's own. */
final class VendorAnswers {

    private static final int LLRP_STATUS = 287;
    private static final int STATUS_FIELDS_END = 8;
    private static final int VENDOR_FIELDS = 5;
    private static final int RESERVED_BYTES = 4;
    private static final int REQUEST_BYTES = LlrpHeader.BYTES + VENDOR_FIELDS + RESERVED_BYTES;

    private VendorAnswers() {}

    /** What the request is called, as LLRP has no name for it. */
    static String nameOf(ByteBuf request) {
        return isEnabling(request) ? "IMPINJ_ENABLE_EXTENSIONS" : "CUSTOM_MESSAGE";
    }

    /** Whether it asks, byte for byte as it should, to enable Impinj's extensions. */
    static boolean isEnabling(ByteBuf request) {
        int at = request.readerIndex() + LlrpHeader.BYTES;
        return request.readableBytes() == REQUEST_BYTES
                && request.getUnsignedInt(at) == ImpinjExtensions.VENDOR
                && request.getUnsignedByte(at + 4) == ImpinjExtensions.ENABLE_EXTENSIONS
                && request.getInt(at + VENDOR_FIELDS) == 0;
    }

    /** The refusal of a message whose vendor or subtype means nothing here. */
    static byte[] unknown(ByteBuf request) {
        Verdict refusal = new Verdict(StatusCode.M_UnsupportedMessage, "a vendor's own", 0);
        return ControlCodec.encode(Answers.error(refusal), LlrpHeader.messageId(request, request.readerIndex()));
    }

    /** IMPINJ_ENABLE_EXTENSIONS_RESPONSE. */
    static byte[] enabling(ByteBuf request, Verdict verdict) {
        byte[] words = verdict.words().getBytes(StandardCharsets.UTF_8);
        int status = STATUS_FIELDS_END + words.length;
        ByteBuf out = Unpooled.buffer();
        LlrpHeader.write(
                out,
                MessageType.CUSTOM_MESSAGE,
                VENDOR_FIELDS + status,
                LlrpHeader.messageId(request, request.readerIndex()));
        out.writeInt(ImpinjExtensions.VENDOR).writeByte(ImpinjExtensions.ENABLE_EXTENSIONS_RESPONSE);
        out.writeShort(LLRP_STATUS).writeShort(status).writeShort(verdict.code());
        out.writeShort(words.length).writeBytes(words);
        return ByteBufUtil.getBytes(out);
    }
}
