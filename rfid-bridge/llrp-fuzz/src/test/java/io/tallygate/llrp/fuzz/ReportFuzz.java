package io.tallygate.llrp.fuzz;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.frame.MessageType;
import io.tallygate.llrp.report.ParameterType;
import io.tallygate.llrp.report.ReportDecoder;
import io.tallygate.llrp.report.ReportOutcome;
import io.tallygate.llrp.report.SkippedParameters;
import io.tallygate.llrp.report.TagReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.llrp.ltk.exceptions.InvalidLLRPMessageException;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.TagReportData;

/**
 * A report body of any bytes. It must be read or refused, never thrown over; nothing beyond its end may be looked at, which an array
 * that ends with it shows; a copy in another place of memory must be read the same; and where ltkjava takes it as well, both must
 * have seen as many tags on the same antennas.
 */
public final class ReportFuzz {

    private static final int TAG_REPORT_DATA = 240;

    /** ltkjava is slow, and its part of the run is not to be all of it. */
    private static final int MOST_FOR_ORACLE = 256;

    private ReportFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] body) {
        ReportDecoder decoder = new ReportDecoder();
        List<String> tags = new ArrayList<>();
        List<Integer> antennas = new ArrayList<>();
        ReportOutcome outcome = decoder.decode(body, 0, body.length, tag -> {
            tags.add(describe(tag));
            antennas.add(tag.antenna());
        });
        require(outcome.tags() == tags.size(), "tags are given out that are not counted, or the other way round");
        require(sameFromAfar(body, tags, outcome), "another copy of the same bytes is read otherwise");
        if (outcome instanceof ReportOutcome.Complete && isForOracle(body, decoder.skipped())) {
            compare(body, antennas);
        }
    }

    private static boolean sameFromAfar(byte[] body, List<String> tags, ReportOutcome outcome) {
        ByteBuf direct = Unpooled.directBuffer(Math.max(1, body.length)).writeBytes(body);
        try {
            List<String> again = new ArrayList<>();
            return new ReportDecoder()
                            .decode(direct, tag -> again.add(describe(tag)))
                            .equals(outcome)
                    && again.equals(tags);
        } finally {
            direct.release();
        }
    }

    private static String describe(TagReport tag) {
        return tag.epcHex() + " " + tag.epcHigh() + " " + tag.epcLow() + " " + tag.antenna() + " " + tag.rssiDbm() + " "
                + tag.tidHex() + " " + tag.clock() + " " + tag.firstSeenMicros() + " " + tag.lastSeenMicros() + " "
                + tag.seenCount() + " " + tag.channelIndex() + " " + tag.roSpecId() + " " + tag.phaseDegrees() + " "
                + tag.dopplerHz() + " " + Arrays.toString(tag.epcBytes());
    }

    /** ltkjava believes every length: only what was checked here to the last parameter is given to it. */
    private static boolean isForOracle(byte[] body, SkippedParameters skipped) {
        boolean allKnown =
                skipped.unknownTlv() + skipped.unknownTv() + skipped.custom() + skipped.tagsWithoutEpc() == 0;
        if (!allKnown || body.length > MOST_FOR_ORACLE) {
            return false;
        }
        for (int at = 0; at < body.length; at += u16(body, at + 2)) {
            boolean tag = (u16(body, at) & 0x3FF) == TAG_REPORT_DATA && body[at] >>> 2 == 0;
            if (!tag || repeatsItself(body, at + 4, at + u16(body, at + 2))) {
                return false;
            }
        }
        return true;
    }

    /** Of a field that stands twice, which no reader may send, we take the last and ltkjava the first. */
    private static boolean repeatsItself(byte[] body, int from, int end) {
        BitSet seen = new BitSet();
        int at = from;
        while (at < end) {
            int type = body[at] < 0 ? body[at] & 0x7F : u16(body, at) & 0x3FF;
            if (seen.get(type)) {
                return true;
            }
            seen.set(type);
            at += body[at] < 0 ? 1 + ParameterType.tvDataBytes(type) : u16(body, at + 2);
        }
        return false;
    }

    private static void compare(byte[] body, List<Integer> antennas) {
        ByteBuf message = Unpooled.buffer(LlrpHeader.BYTES + body.length);
        LlrpHeader.write(message, MessageType.RO_ACCESS_REPORT, body.length, 1);
        message.writeBytes(body);
        List<TagReportData> theirs;
        try {
            theirs = new RO_ACCESS_REPORT(message.array()).getTagReportDataList();
        } catch (InvalidLLRPMessageException | RuntimeException theirsAlone) {
            // It wants parameters in one order and reads others than we do: refusing is its right.
            return;
        }
        int count = theirs == null ? 0 : theirs.size();
        require(count == antennas.size(), "ltkjava sees " + count + " tags, not " + antennas.size());
        for (int i = 0; i < count; i++) {
            var antenna = theirs.get(i).getAntennaID();
            require(
                    antenna == null || antenna.getAntennaID().toInteger().equals(antennas.get(i)),
                    "ltkjava sees another antenna");
        }
    }

    private static int u16(byte[] in, int at) {
        return (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
