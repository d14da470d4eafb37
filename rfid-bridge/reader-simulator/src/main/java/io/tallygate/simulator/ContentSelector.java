package io.tallygate.simulator;

import io.netty.buffer.ByteBuf;
import io.tallygate.llrp.control.ImpinjExtensions;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.ParameterType;
import io.tallygate.simulator.Answers.Verdict;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.messages.ADD_ROSPEC;

/**
 * Reads out of an ADD_ROSPEC what is to be told of each read; the vendor's part byte by byte, for the codec leaves it out, and as
 * strictly as can be: its parameters are taken in the one place, of the one length and in the order that Impinj's definitions have.
 */
final class ContentSelector {

    private static final int RO_SPEC_FIELDS_END = LlrpHeader.BYTES + 4 + 6;
    private static final int RO_REPORT_SPEC = 237;
    private static final int RO_REPORT_SPEC_FIELDS_END = 4 + 3;
    private static final int VENDOR_HEADER = 12;
    private static final int SWITCH_BYTES = VENDOR_HEADER + 2;

    private final ByteBuf frame;
    private final TreeSet<Integer> on = new TreeSet<>();
    private int vendorParameters;
    private @Nullable Verdict refusal;

    private ContentSelector(ByteBuf frame) {
        this.frame = frame.slice();
    }

    /** What is asked for, or why it is refused. */
    record Asked(ReportContent content, @Nullable Verdict refusal) {}

    /**
     * @param unknown how many parameters the codec left out
     * @param extensions what the reader makes of those of its vendor
     * @param enabled whether they are, on this connection
     */
    static Asked read(ADD_ROSPEC request, ByteBuf frame, int unknown, Extensions extensions, boolean enabled) {
        if (unknown > 0 && (!enabled || extensions != Extensions.TAKEN)) {
            return new Asked(
                    ReportContent.LEAST, Verdict.parameter(ParameterType.CUSTOM, "parameters of no vendor known here"));
        }
        ContentSelector selector = new ContentSelector(frame);
        selector.eachParameter(RO_SPEC_FIELDS_END, selector.frame.readableBytes(), selector::inRoSpec);
        if (selector.vendorParameters != unknown) {
            selector.refuse("a vendor's parameter in a place that is not its own");
        }
        return new Asked(selector.content(request), selector.refusal);
    }

    private ReportContent content(ADD_ROSPEC request) {
        var selector = request.getROSpec().getROReportSpec().getTagReportContentSelector();
        return new ReportContent(
                selector.getEnableChannelIndex().toBoolean(),
                on.contains(ImpinjExtensions.ENABLE_PHASE),
                on.contains(ImpinjExtensions.ENABLE_PEAK_RSSI),
                on.contains(ImpinjExtensions.ENABLE_DOPPLER));
    }

    private interface Visitor {
        void parameter(int type, int at, int end);
    }

    private void eachParameter(int from, int to, Visitor visitor) {
        int at = from;
        while (at < to) {
            int length = to - at < 4 ? 0 : frame.getUnsignedShort(at + 2);
            if (length < 4 || length > to - at) {
                refuse("a length that cannot be at byte " + at);
                return;
            }
            visitor.parameter(frame.getUnsignedShort(at), at, at + length);
            at += length;
        }
    }

    private void inRoSpec(int type, int at, int end) {
        if (type == RO_REPORT_SPEC) {
            eachParameter(at + RO_REPORT_SPEC_FIELDS_END, end, this::inReportSpec);
        }
    }

    private void inReportSpec(int type, int at, int end) {
        if (type != ParameterType.CUSTOM) {
            return;
        }
        vendorParameters++;
        if (vendorParameters > 1 || end - at < VENDOR_HEADER || subtype(at) != ImpinjExtensions.REPORT_CONTENT) {
            refuse("not one selector of content");
        } else {
            eachParameter(at + VENDOR_HEADER, end, this::inSelector);
        }
    }

    private void inSelector(int type, int at, int end) {
        if (type != ParameterType.CUSTOM || end - at != SWITCH_BYTES || frame.getUnsignedShort(end - 2) > 1) {
            refuse("no switch at byte " + at);
            return;
        }
        int subtype = subtype(at);
        boolean known = subtype == ImpinjExtensions.ENABLE_PHASE
                || subtype == ImpinjExtensions.ENABLE_PEAK_RSSI
                || subtype == ImpinjExtensions.ENABLE_DOPPLER;
        if (!known || !on.isEmpty() && on.last() >= subtype) {
            refuse("switch " + subtype + " unknown, or out of order");
        } else if (frame.getUnsignedShort(end - 2) == 1) {
            on.add(subtype);
        }
    }

    /** -1 where the vendor is another. */
    private int subtype(int at) {
        return frame.getUnsignedInt(at + 4) == ImpinjExtensions.VENDOR ? frame.getInt(at + 8) : -1;
    }

    private void refuse(String words) {
        if (refusal == null) {
            refusal = Verdict.parameter(ParameterType.CUSTOM, words);
        }
    }
}
