package io.tallygate.bench;

import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.ParameterType;

/** The least that any decoder must do: from parameter to parameter by their lengths, and nothing read from them. */
final class BareWalk {

    private static final int TLV_HEADER = 4;

    private BareWalk() {}

    /** Parameters in the tags of {@code frame}, an RO_ACCESS_REPORT whose lengths are sound. */
    static int parameters(byte[] frame) {
        int parameters = 0;
        int next;
        for (int tag = LlrpHeader.BYTES; tag < frame.length; tag = next) {
            next = tag + length(frame, tag);
            for (int at = tag + TLV_HEADER; at < next; parameters++) {
                at += frame[at] < 0 ? 1 + ParameterType.tvDataBytes(frame[at] & 0x7F) : length(frame, at);
            }
        }
        return parameters;
    }

    private static int length(byte[] frame, int at) {
        return (frame[at + 2] & 0xFF) << 8 | frame[at + 3] & 0xFF;
    }
}
