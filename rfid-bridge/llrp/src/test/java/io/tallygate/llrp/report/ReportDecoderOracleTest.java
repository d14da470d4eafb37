package io.tallygate.llrp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import io.tallygate.llrp.report.GeneratedReport.Expected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.TagReportData;

/** Whatever ltkjava writes and reads, the decoder reads the same. */
class ReportDecoderOracleTest {

    private static final int REPORTS = 300;

    /** Every parameter that LLRP 1.0.1 or 1.1 lets a report or a tag in it carry (17.1.26, 17.2.7). */
    private static final Set<Integer> ALLOWED = Set.of(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 19, 20, 240, 241, 242, 349, 350, 351, 352, 353, 354,
            360, 361, 362, 1023);

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
        assertKeyed(tag);
        return new Expected(
                tag.epcHex(),
                tag.epcBits(),
                absent(tag.antenna()),
                tag.hasRssi() ? (Double) tag.rssiDbm() : null,
                absent(tag.channelIndex()),
                absent(tag.seenCount()),
                absent(tag.roSpecId()),
                tag.clock(),
                absent(tag.firstSeenMicros()),
                absent(tag.lastSeenMicros()),
                tag.tidHex(),
                whole(tag.phaseDegrees() / 360 * 4096),
                whole(tag.dopplerHz() * 16));
    }

    /** Up to 128 bits the key is the EPC itself, its end padded with zeros. */
    private static void assertKeyed(TagReport tag) {
        if (tag.epcBits() <= 128) {
            byte[] padded = Arrays.copyOf(tag.epcBytes(), 16);
            assertThat(tag.epcHigh()).isEqualTo(BigEndian.s64(padded, 0));
            assertThat(tag.epcLow()).isEqualTo(BigEndian.s64(padded, 8));
        }
    }

    private static @Nullable Integer absent(int value) {
        return value == TagReport.ABSENT ? null : (Integer) value;
    }

    private static @Nullable Integer whole(double value) {
        return Double.isNaN(value) ? null : (Integer) (int) Math.round(value);
    }

    private static @Nullable Long absent(long value) {
        return value == TagReport.ABSENT ? null : (Long) value;
    }

    private void assertRead(List<Expected> expected, byte[] message) {
        byte[] body = Arrays.copyOfRange(message, LlrpHeader.BYTES, message.length);
        ByteBuf direct = Unpooled.directBuffer().writeBytes(body);
        try {
            assertThat(decode(Unpooled.wrappedBuffer(body))).isEqualTo(expected);
            assertThat(decode(direct)).isEqualTo(expected);
        } finally {
            direct.release();
        }
    }

    /** How often each parameter stands in the tags of {@code message}. */
    private static void count(byte[] message, Map<Integer, Integer> seen) {
        for (int at = LlrpHeader.BYTES; at < message.length; at += BigEndian.u16(message, at + 2)) {
            int type = BigEndian.u16(message, at) & 0x3FF;
            seen.merge(type, 1, Integer::sum);
            if (type == ParameterType.TAG_REPORT_DATA) {
                countInTag(message, at + 4, at + BigEndian.u16(message, at + 2), seen);
            }
        }
    }

    private static void countInTag(byte[] message, int from, int end, Map<Integer, Integer> seen) {
        int at = from;
        while (at < end) {
            boolean typeValue = message[at] < 0;
            int type = typeValue ? message[at] & 0x7F : BigEndian.u16(message, at) & 0x3FF;
            seen.merge(type, 1, Integer::sum);
            at += typeValue ? 1 + ParameterType.tvDataBytes(type) : BigEndian.u16(message, at + 2);
        }
        assertThat(at).isEqualTo(end);
    }

    @Test
    void shouldReadWhatLtkjavaWrote() throws Exception {
        Random random = new Random(seed());
        for (int i = 0; i < REPORTS; i++) {
            GeneratedReport report = new GeneratedReport(random);
            assertRead(report.expected(), report.bytes());
        }
        assertKnewAll();
    }

    @Test
    void shouldReadTheSameWithTheFieldsOfLlrp11Between() throws Exception {
        Random random = new Random(seed());
        for (int i = 0; i < REPORTS; i++) {
            GeneratedReport report = new GeneratedReport(random);
            assertRead(report.expected(), LaterFields.into(report.bytes(), random));
        }
        assertKnewAll();
    }

    /** What the standard has is not counted as unknown, whether or not anybody here reads it. */
    private void assertKnewAll() {
        assertThat(decoder.skipped().unknownTv()).isZero();
        assertThat(decoder.skipped().unknownTlv()).isZero();
        assertThat(decoder.skipped().custom()).isPositive();
    }

    /** A field that is never drawn would be agreed upon for ever. */
    @Test
    void shouldDrawEveryFieldThatAReportMayCarry() throws Exception {
        Random random = new Random(seed());
        Map<Integer, Integer> seen = new TreeMap<>();
        Set<Integer> oddBits = new TreeSet<>();
        Set<Set<ReaderClock>> clocks = new HashSet<>();
        for (int i = 0; i < REPORTS; i++) {
            GeneratedReport report = new GeneratedReport(random);
            byte[] message = LaterFields.into(report.bytes(), random);
            count(message, seen);
            report.expected().forEach(tag -> oddBits.add(tag.epcBits() % 8));
            new RO_ACCESS_REPORT(report.bytes()).getTagReportDataList().forEach(tag -> clocks.add(clocks(tag)));
        }

        System.out.println("ReportDecoderOracleTest: parameters drawn " + seen);
        assertThat(seen.keySet()).containsAll(ALLOWED);
        assertThat(oddBits).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(clocks)
                .containsExactlyInAnyOrder(
                        Set.of(),
                        Set.of(ReaderClock.UTC),
                        Set.of(ReaderClock.UPTIME),
                        Set.of(ReaderClock.UTC, ReaderClock.UPTIME));
    }

    private static Set<ReaderClock> clocks(TagReportData tag) {
        Set<ReaderClock> clocks = EnumSet.noneOf(ReaderClock.class);
        if (tag.getFirstSeenTimestampUTC() != null || tag.getLastSeenTimestampUTC() != null) {
            clocks.add(ReaderClock.UTC);
        }
        if (tag.getFirstSeenTimestampUptime() != null || tag.getLastSeenTimestampUptime() != null) {
            clocks.add(ReaderClock.UPTIME);
        }
        return clocks;
    }

    @Test
    void shouldReadWhatLtkjavaReads() throws Exception {
        Random random = new Random(seed());
        for (int i = 0; i < REPORTS / 3; i++) {
            byte[] bytes = new GeneratedReport(random).bytes();
            RO_ACCESS_REPORT oracle = new RO_ACCESS_REPORT(bytes);

            List<Expected> ours =
                    decode(Unpooled.wrappedBuffer(bytes, LlrpHeader.BYTES, bytes.length - LlrpHeader.BYTES));

            assertThat(ours)
                    .isEqualTo(oracle.getTagReportDataList().stream()
                            .map(LtkTag::read)
                            .toList());
        }
    }
}
