package io.tallygate.llrp.report;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import java.util.Random;

/**
 * What LLRP 1.1 lets a tag's report carry beyond 1.0.1 (17.2.7.3): ltkjava, which is of 1.0.1, knows none of it, so it is put into
 * the bytes that ltkjava wrote.
 */
final class LaterFields {

    private static final int CLIENT_REQUEST_RESULT = 15;
    private static final int XPC_W1 = 19;
    private static final int XPC_W2 = 20;
    private static final int RECOMMISSION_RESULT = 360;
    private static final int BLOCK_PERMALOCK_RESULT = 361;
    private static final int PERMALOCK_STATUS_RESULT = 362;
    private static final int VERSION_1_1 = 2;

    private LaterFields() {}

    /** {@code frame} as a reader of 1.1 would send it: with its version in the header, and later fields in its tags. */
    static byte[] into(byte[] frame, Random random) {
        ByteBuf out = Unpooled.buffer();
        out.writeBytes(frame, 0, LlrpHeader.BYTES);
        out.setByte(0, VERSION_1_1 << 2 | frame[0] & 0x03);
        int at = LlrpHeader.BYTES;
        while (at < frame.length) {
            int length = BigEndian.u16(frame, at + 2);
            int start = out.writerIndex();
            out.writeBytes(frame, at, 4);
            boolean tag = (BigEndian.u16(frame, at) & 0x3FF) == ParameterType.TAG_REPORT_DATA;
            boolean before = random.nextBoolean();
            // The order of parameters is free where their types differ.
            if (tag && before) {
                draw(out, random);
            }
            out.writeBytes(frame, at + 4, length - 4);
            if (tag && !before) {
                draw(out, random);
            }
            out.setShort(start + 2, out.writerIndex() - start);
            at += length;
        }
        out.setInt(2, out.writerIndex());
        return ByteBufUtil.getBytes(out);
    }

    private static void draw(ByteBuf out, Random random) {
        for (int type : new int[] {XPC_W1, XPC_W2, CLIENT_REQUEST_RESULT}) {
            if (random.nextBoolean()) {
                out.writeByte(0x80 | type).writeShort(random.nextInt());
            }
        }
        for (int type : new int[] {RECOMMISSION_RESULT, BLOCK_PERMALOCK_RESULT}) {
            if (random.nextBoolean()) {
                out.writeShort(type).writeShort(7).writeByte(0).writeShort(random.nextInt());
            }
        }
        if (random.nextBoolean()) {
            int words = random.nextInt(4);
            out.writeShort(PERMALOCK_STATUS_RESULT).writeShort(9 + 2 * words);
            out.writeByte(0).writeShort(random.nextInt()).writeShort(words);
            for (int i = 0; i < words; i++) {
                out.writeShort(random.nextInt());
            }
        }
    }
}
