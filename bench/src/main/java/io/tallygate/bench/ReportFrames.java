package io.tallygate.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import java.util.Random;

/** RO_ACCESS_REPORTs with eight fields a tag: EPC-96, ROSpec, antenna, RSSI, channel, first seen, last seen, count. */
final class ReportFrames {

    private static final int TAG_BYTES = 4 + 13 + 5 + 3 + 2 + 3 + 9 + 9 + 3;

    private ReportFrames() {}

    static byte[] of(int tags, long seed) {
        Random random = new Random(seed);
        ByteBuf out = Unpooled.buffer();
        LlrpHeader.write(out, MessageType.RO_ACCESS_REPORT, tags * TAG_BYTES, seed);
        for (int i = 0; i < tags; i++) {
            tag(out, random);
        }
        return ByteBufUtil.getBytes(out);
    }

    private static void tag(ByteBuf out, Random random) {
        byte[] epc = new byte[12];
        random.nextBytes(epc);
        out.writeShort(240).writeShort(TAG_BYTES);
        out.writeByte(0x80 | 13).writeBytes(epc);
        out.writeByte(0x80 | 9).writeInt(7411);
        out.writeByte(0x80 | 1).writeShort(1 + random.nextInt(4));
        out.writeByte(0x80 | 6).writeByte(-40 - random.nextInt(40));
        out.writeByte(0x80 | 7).writeShort(1 + random.nextInt(50));
        long micros = 1_790_000_000_000_000L + random.nextInt();
        out.writeByte(0x80 | 2).writeLong(micros);
        out.writeByte(0x80 | 4).writeLong(micros + 20_000);
        out.writeByte(0x80 | 8).writeShort(1 + random.nextInt(9));
    }
}
