package io.tallygate.llrp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.GeneratedReport.Expected;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.EPCData;
import org.llrp.ltk.generated.parameters.EPC_96;
import org.llrp.ltk.generated.parameters.TagReportData;

/** Whatever ltkjava writes and reads, the decoder reads the same. */
class ReportDecoderOracleTest {

    private static final int REPORTS = 300;

    private final ReportDecoder decoder = new ReportDecoder();

    private static long seed() {
        long seed = Long.getLong("tallygate.seed", System.nanoTime());
        System.out.println("ReportDecoderOracleTest: -Dtallygate.seed=" + seed + " makes these reports again");
        return seed;
    }

    private List<Expected> decode(ByteBuf body) {
        List<Expected> seen = new ArrayList<>();
        ReportOutcome outcome = decoder.decode(body, tag -> seen.add(read(tag)));
        assertThat(outcome).isEqualTo(new ReportOutcome.Complete(seen.size()));
        return seen;
    }

    private static Expected read(TagReport tag) {
        return new Expected(
                tag.epcHex(),
                tag.epcBits(),
                absent(tag.antenna()),
                tag.hasRssi() ? (Integer) (int) tag.rssiDbm() : null,
                absent(tag.channelIndex()),
                absent(tag.seenCount()),
                absent(tag.roSpecId()),
                tag.clock(),
                absent(tag.firstSeenMicros()),
                absent(tag.lastSeenMicros()),
                tag.tidHex(),
                Double.isNaN(tag.phaseDegrees()) ? null : (Integer) (int) Math.round(tag.phaseDegrees() / 360 * 4096));
    }

    private static @Nullable Integer absent(int value) {
        return value == TagReport.ABSENT ? null : (Integer) value;
    }

    private static @Nullable Long absent(long value) {
        return value == TagReport.ABSENT ? null : (Long) value;
    }

    @Test
    void shouldReadWhatLtkjavaWrote() throws Exception {
        Random random = new Random(seed());
        for (int i = 0; i < REPORTS; i++) {
            GeneratedReport report = new GeneratedReport(random);
            byte[] bytes = report.bytes();
            byte[] body = Arrays.copyOfRange(bytes, LlrpHeader.BYTES, bytes.length);

            assertThat(decode(Unpooled.wrappedBuffer(body))).isEqualTo(report.expected());
            assertThat(decode(Unpooled.directBuffer().writeBytes(body))).isEqualTo(report.expected());
        }
    }

    @Test
    void shouldReadWhatLtkjavaReads() throws Exception {
        Random random = new Random(seed());
        for (int i = 0; i < REPORTS / 3; i++) {
            byte[] bytes = new GeneratedReport(random).bytes();
            RO_ACCESS_REPORT oracle = new RO_ACCESS_REPORT(bytes);

            List<Expected> ours =
                    decode(Unpooled.wrappedBuffer(bytes, LlrpHeader.BYTES, bytes.length - LlrpHeader.BYTES));

            List<TagReportData> theirs = oracle.getTagReportDataList();
            assertThat(ours).hasSize(theirs.size());
            for (int tag = 0; tag < ours.size(); tag++) {
                assertSame(ours.get(tag), theirs.get(tag));
            }
        }
    }

    private static void assertSame(Expected ours, TagReportData theirs) {
        String epc = theirs.getEPCParameter() instanceof EPC_96 fixed
                ? fixed.getEPC().toString(16)
                : new BigInteger(((EPCData) theirs.getEPCParameter()).getEPC().toString(2), 2).toString(16);
        assertThat(stripped(ours.epc())).isEqualTo(stripped(epc));
        assertThat(ours.antenna())
                .isEqualTo(
                        theirs.getAntennaID() == null
                                ? null
                                : theirs.getAntennaID().getAntennaID().toInteger());
        assertThat(ours.rssi())
                .isEqualTo(
                        theirs.getPeakRSSI() == null
                                ? null
                                : theirs.getPeakRSSI().getPeakRSSI().toInteger());
        assertThat(ours.count())
                .isEqualTo(
                        theirs.getTagSeenCount() == null
                                ? null
                                : theirs.getTagSeenCount().getTagCount().toInteger());
        assertThat(ours.roSpec())
                .isEqualTo(
                        theirs.getROSpecID() == null
                                ? null
                                : theirs.getROSpecID().getROSpecID().toLong());
    }

    /** ltkjava drops leading zeros. */
    private static String stripped(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceFirst("^0+(?!$)", "");
    }
}
