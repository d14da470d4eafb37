package io.tallygate.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.ImpinjExtensions;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import io.tallygate.llrp.report.ParameterType;
import java.util.HexFormat;
import java.util.List;

/** Encodes RO_ACCESS_REPORTs (LLRP 1.1, 17.2.7.1), fast enough for a bench. */
public final class ReportBytes {

    private static final int EPC_96_BYTES = 12;
    private static final int IMPINJ_PHASE_ANGLE = 56;
    private static final int IMPINJ_PEAK_RSSI = 57;
    private static final int IMPINJ_DOPPLER = 68;

    private ReportBytes() {}

    /** A whole message, header included, of a reader that knows the time of day. */
    public static byte[] of(List<TagRead> tags, long messageId) {
        return of(tags, messageId, true, ReportContent.LEAST);
    }

    /**
     * @param utc whether the times count from 1970, else from the reader's start
     * @param content what the client asked to be told besides
     */
    static byte[] of(List<TagRead> tags, long messageId, boolean utc, ReportContent content) {
        ByteBuf out = Unpooled.buffer(64 * tags.size() + LlrpHeader.BYTES);
        LlrpHeader.write(out, MessageType.RO_ACCESS_REPORT, 0, messageId);
        for (TagRead tag : tags) {
            tag(out, tag, utc, content);
        }
        out.setInt(2, out.readableBytes());
        return ByteBufUtil.getBytes(out);
    }

    private static void tag(ByteBuf out, TagRead tag, boolean utc, ReportContent content) {
        int start = out.writerIndex();
        out.writeShort(ParameterType.TAG_REPORT_DATA).writeShort(0);
        epc(out, HexFormat.of().parseHex(tag.epc()));
        tv(out, ParameterType.ANTENNA_ID).writeShort(tag.antenna());
        tv(out, ParameterType.PEAK_RSSI).writeByte((int) Math.round(tag.rssiDbm()));
        tv(out, utc ? ParameterType.FIRST_SEEN_UTC : ParameterType.FIRST_SEEN_UPTIME)
                .writeLong(tag.seenMicros());
        tv(out, utc ? ParameterType.LAST_SEEN_UTC : ParameterType.LAST_SEEN_UPTIME)
                .writeLong(tag.seenMicros());
        tv(out, ParameterType.TAG_SEEN_COUNT).writeShort(1);
        if (tag.tid() != null) {
            tid(out, HexFormat.of().parseHex(tag.tid()));
        }
        if (content.strength()) {
            impinj(out, IMPINJ_PEAK_RSSI, (int) Math.round(tag.rssiDbm() * 100));
        }
        if (tag.carrier() != null) {
            carrier(out, tag.carrier(), content);
        }
        out.setShort(start + 2, out.writerIndex() - start);
    }

    private static void carrier(ByteBuf out, TagRead.Carrier carrier, ReportContent content) {
        if (content.channel()) {
            tv(out, ParameterType.CHANNEL_INDEX).writeShort(carrier.channel());
        }
        if (content.phase()) {
            impinj(out, IMPINJ_PHASE_ANGLE, (int) Math.round(carrier.phaseDegrees() * 4096 / 360) & 0xFFF);
        }
        if (content.doppler()) {
            impinj(out, IMPINJ_DOPPLER, (int) Math.round(carrier.dopplerHz() * 16));
        }
    }

    /** A Custom parameter: vendor, subtype, then sixteen bits of data. */
    private static void impinj(ByteBuf out, int subtype, int data) {
        out.writeShort(ParameterType.CUSTOM)
                .writeShort(14)
                .writeInt(ImpinjExtensions.VENDOR)
                .writeInt(subtype);
        out.writeShort(data);
    }

    private static ByteBuf tv(ByteBuf out, int type) {
        return out.writeByte(0x80 | type);
    }

    private static void epc(ByteBuf out, byte[] epc) {
        if (epc.length == EPC_96_BYTES) {
            tv(out, ParameterType.EPC_96).writeBytes(epc);
        } else {
            out.writeShort(ParameterType.EPC_DATA).writeShort(6 + epc.length);
            out.writeShort(8 * epc.length).writeBytes(epc);
        }
    }

    private static void tid(ByteBuf out, byte[] tid) {
        out.writeShort(ParameterType.C1G2_READ_RESULT).writeShort(9 + tid.length);
        out.writeByte(0).writeShort(1).writeShort(tid.length / 2).writeBytes(tid);
    }
}
