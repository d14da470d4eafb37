package io.tallygate.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.ParameterType;
import java.util.List;
import org.llrp.ltk.generated.interfaces.Timestamp;

/**
 * Sound messages with parameters in them that no client knows. One with a length of its own stands before what everybody knows: who
 * does not step over it exactly reads nothing right behind it. One without (LLRP 1.1, 17.2: type-value) can only stand at the end of
 * its parent, whose length is all there is to step over it by.
 */
final class UnknownParameters {

    /** A TLV, a vendor's and a TV parameter. */
    static final int IN_REPORT = 3;

    /** A vendor's parameter. */
    static final int IN_EVENT = 1;

    private static final int FUTURE_TLV = 800;
    private static final int FUTURE_TV = 100;

    /** The enterprise number that RFC 5612 keeps for examples. */
    private static final int NOBODYS_VENDOR = 32_473;

    private static final int TLV_HEADER = 4;

    /** Where the first parameter of a message without fields has its own first. */
    private static final int NESTED_AT = LlrpHeader.BYTES + TLV_HEADER;

    private static final int TIMESTAMP_BYTES = TLV_HEADER + 8;
    private static final long MESSAGE_ID = 1L << 25;

    private UnknownParameters() {}

    /** RO_ACCESS_REPORT of {@code tag}, and of the same tag again without anything unknown. */
    static byte[] report(TagRead tag) {
        byte[] plain = ReportBytes.of(List.of(tag), MESSAGE_ID);
        ByteBuf out = Unpooled.buffer();
        out.writeBytes(plain, 0, NESTED_AT);
        tlv(out);
        custom(out);
        out.writeBytes(plain, NESTED_AT, plain.length - NESTED_AT);
        out.writeByte(0x80 | FUTURE_TV).writeShort(0xFFFF).writeByte(0x7F);
        out.setShort(LlrpHeader.BYTES + 2, out.readableBytes() - LlrpHeader.BYTES);
        out.writeBytes(plain, LlrpHeader.BYTES, plain.length - LlrpHeader.BYTES);
        return whole(out);
    }

    /** READER_EVENT_NOTIFICATION of an exception, with a vendor's parameter between the time and the event. */
    static byte[] exception(String words, Timestamp time) {
        byte[] plain = ControlCodec.encode(ReaderEventMessages.exception(words, time), MESSAGE_ID);
        int eventAt = NESTED_AT + TIMESTAMP_BYTES;
        ByteBuf out = Unpooled.buffer();
        out.writeBytes(plain, 0, eventAt);
        custom(out);
        out.writeBytes(plain, eventAt, plain.length - eventAt);
        out.setShort(LlrpHeader.BYTES + 2, out.readableBytes() - LlrpHeader.BYTES);
        return whole(out);
    }

    private static void tlv(ByteBuf out) {
        out.writeShort(FUTURE_TLV).writeShort(TLV_HEADER + 3).writeMedium(0xFFFFFF);
    }

    private static void custom(ByteBuf out) {
        out.writeShort(ParameterType.CUSTOM).writeShort(TLV_HEADER + 12);
        out.writeInt(NOBODYS_VENDOR).writeInt(1).writeInt(-1);
    }

    private static byte[] whole(ByteBuf out) {
        out.setInt(2, out.readableBytes());
        return ByteBufUtil.getBytes(out);
    }
}
