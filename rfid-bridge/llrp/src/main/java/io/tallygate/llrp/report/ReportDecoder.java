package io.tallygate.llrp.report;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the body of RO_ACCESS_REPORT messages. Keeps its cursor and its scratch between reports: one decoder per connection,
 * used from its event loop alone.
 *
 * <p>Parameters may come in any order. A type-value parameter that LLRP 1.1 does not know has no length to skip it by, so the rest
 * of that tag (whose own length bounds it) is passed over, and the tag is given out with what was read before.
 */
public final class ReportDecoder {

    private static final int TLV_HEADER = 4;
    private static final int CUSTOM_HEADER = 12;
    private static final int READ_RESULT_HEADER = 9;

    private final TagReport tag = new TagReport();
    private final SkippedParameters skipped = new SkippedParameters();
    private byte[] scratch = new byte[4096];
    private @Nullable ReportFault fault;
    private int faultAt;

    /** What was passed over so far. */
    public SkippedParameters skipped() {
        return skipped;
    }

    /**
     * Decodes the readable bytes of {@code body}, the message without its header. Moves no index and keeps no reference.
     *
     * @param sink called per tag before this returns
     */
    public ReportOutcome decode(ByteBuf body, TagReportSink sink) {
        int length = body.readableBytes();
        if (body.hasArray()) {
            return decode(body.array(), body.arrayOffset() + body.readerIndex(), length, sink);
        }
        // One copy into an array costs less than the checks that a direct buffer makes on every field.
        if (scratch.length < length) {
            scratch = new byte[Integer.highestOneBit(length - 1) << 1];
        }
        body.getBytes(body.readerIndex(), scratch, 0, length);
        return decode(scratch, 0, length, sink);
    }

    /** Decodes {@code length} bytes of {@code body} from {@code offset}: the message without its header. */
    public ReportOutcome decode(byte[] body, int offset, int length, TagReportSink sink) {
        fault = null;
        int tags = walkReport(body, offset, offset + length, sink);
        tag.reset(scratch);
        ReportFault seen = fault;
        return seen == null
                ? new ReportOutcome.Complete(tags)
                : new ReportOutcome.Malformed(tags, seen, faultAt - offset);
    }

    private int walkReport(byte[] in, int from, int end, TagReportSink sink) {
        int tags = 0;
        int at = from;
        while (at < end) {
            int next = endOfTlv(in, at, end);
            if (next < 0) {
                return tags;
            }
            int type = BigEndian.u16(in, at) & 0x3FF;
            if (type == ParameterType.TAG_REPORT_DATA) {
                tag.reset(in);
                if (!walkTag(in, at + TLV_HEADER, next)) {
                    return tags;
                }
                tags += giveOut(sink);
            } else {
                countSkipped(type);
            }
            at = next;
        }
        return tags;
    }

    private int giveOut(TagReportSink sink) {
        if (tag.epcBits < 0) {
            skipped.countTagWithoutEpc();
            return 0;
        }
        sink.onTag(tag);
        return 1;
    }

    private void countSkipped(int type) {
        if (type == ParameterType.CUSTOM) {
            skipped.countCustom();
        } else if (type != ParameterType.RF_SURVEY_REPORT_DATA) {
            skipped.countUnknownTlv();
        }
    }

    private boolean walkTag(byte[] in, int from, int end) {
        int at = from;
        while (at < end) {
            int first = in[at];
            if (first < 0) {
                int type = first & 0x7F;
                int size = ParameterType.tvDataBytes(type);
                if (size == 0) {
                    skipped.countUnknownTv();
                    return true;
                }
                if (size > end - at - 1) {
                    return broken(ReportFault.TRUNCATED_PARAMETER, at);
                }
                TagFields.takeTv(tag, in, type, at + 1);
                at += 1 + size;
            } else {
                int next = endOfTlv(in, at, end);
                if (next < 0 || !takeTlv(in, at, next)) {
                    return false;
                }
                at = next;
            }
        }
        return true;
    }

    /** Where the TLV parameter at {@code at} ends, or negative when its header or its length is wrong. */
    private int endOfTlv(byte[] in, int at, int end) {
        if (end - at < TLV_HEADER) {
            broken(ReportFault.TRUNCATED_PARAMETER, at);
            return -1;
        }
        int length = BigEndian.u16(in, at + 2);
        if (length < TLV_HEADER) {
            broken(ReportFault.PARAMETER_TOO_SHORT, at);
            return -1;
        }
        if (length > end - at) {
            broken(ReportFault.PARAMETER_BEYOND_PARENT, at);
            return -1;
        }
        return at + length;
    }

    private boolean takeTlv(byte[] in, int at, int end) {
        int type = BigEndian.u16(in, at) & 0x3FF;
        return switch (type) {
            case ParameterType.EPC_DATA -> takeEpcData(in, at, end);
            case ParameterType.C1G2_READ_RESULT -> takeReadResult(in, at, end);
            case ParameterType.CUSTOM -> takeCustom(in, at, end);
            default -> {
                if (!ParameterType.isOtherResult(type)) {
                    skipped.countUnknownTlv();
                }
                yield true;
            }
        };
    }

    private boolean takeEpcData(byte[] in, int at, int end) {
        int dataAt = at + TLV_HEADER + 2;
        if (dataAt > end) {
            return broken(ReportFault.FIELDS_MISSING, at);
        }
        int bits = BigEndian.u16(in, at + TLV_HEADER);
        int bytes = (bits + 7) >>> 3;
        if (bytes > end - dataAt) {
            return broken(ReportFault.ARRAY_BEYOND_PARAMETER, at);
        }
        TagFields.takeEpc(tag, in, dataAt, bits, bytes);
        return true;
    }

    /** C1G2ReadOpSpecResult: result u8 (0 = success), OpSpec id u16, count of words u16, the words. */
    private boolean takeReadResult(byte[] in, int at, int end) {
        int dataAt = at + READ_RESULT_HEADER;
        if (dataAt > end) {
            return broken(ReportFault.FIELDS_MISSING, at);
        }
        int bytes = 2 * BigEndian.u16(in, dataAt - 2);
        if (bytes > end - dataAt) {
            return broken(ReportFault.ARRAY_BEYOND_PARAMETER, at);
        }
        if (in[at + TLV_HEADER] == 0 && bytes > 0) {
            TagFields.takeTid(tag, dataAt, bytes);
        }
        return true;
    }

    private boolean takeCustom(byte[] in, int at, int end) {
        int dataAt = at + CUSTOM_HEADER;
        if (dataAt > end) {
            return broken(ReportFault.FIELDS_MISSING, at);
        }
        long vendor = BigEndian.u32(in, at + 4);
        int subtype = BigEndian.s32(in, at + 8);
        if (!TagFields.takeCustom(tag, in, vendor, subtype, dataAt, end - dataAt)) {
            skipped.countCustom();
        }
        return true;
    }

    private boolean broken(ReportFault seen, int at) {
        fault = seen;
        faultAt = at;
        return false;
    }
}
