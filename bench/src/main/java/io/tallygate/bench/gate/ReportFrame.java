package io.tallygate.bench.gate;

import io.tallygate.crossing.TagObservation;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/** RO_ACCESS_REPORT of 96-bit tags, as a reader writes it (LLRP 1.1, sections 16.1 and 17.2.3). */
final class ReportFrame {
    private static final int HEADER_BYTES = 10;
    private static final short VERSION_AND_TYPE = (1 << 10) | 61;
    private static final short TAG_REPORT_DATA = 240;
    private static final int TAG_BYTES = 4 + 13 + 3 + 2 + 9 + 9 + 3;

    private static final int FIRST_SEEN_AT = 4 + 13 + 3 + 2 + 1;
    private static final int LAST_SEEN_AT = FIRST_SEEN_AT + 9;

    private ReportFrame() {}

    /** Gives every tag of a frame made here another time. */
    static void stamp(byte[] frame, long timeUs) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        for (int tag = HEADER_BYTES; tag < frame.length; tag += TAG_BYTES) {
            bytes.putLong(tag + FIRST_SEEN_AT, timeUs).putLong(tag + LAST_SEEN_AT, timeUs);
        }
    }

    static byte[] of(int messageId, List<TagObservation> reads) {
        ByteBuffer frame = ByteBuffer.allocate(HEADER_BYTES + reads.size() * TAG_BYTES);
        frame.putShort(VERSION_AND_TYPE).putInt(frame.capacity()).putInt(messageId);
        for (TagObservation read : reads) {
            frame.putShort(TAG_REPORT_DATA).putShort((short) TAG_BYTES);
            frame.put((byte) (0x80 | 13)).put(HexFormat.of().parseHex(read.epc().hex()));
            frame.put((byte) (0x80 | 1)).putShort((short) read.antenna());
            frame.put((byte) (0x80 | 6)).put((byte) read.rssiDbm());
            frame.put((byte) (0x80 | 2)).putLong(read.timeUs());
            frame.put((byte) (0x80 | 4)).putLong(read.timeUs());
            frame.put((byte) (0x80 | 8)).putShort((short) 1);
        }
        return frame.array();
    }
}
