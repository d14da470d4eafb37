package io.tallygate.llrp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportDecoderTest {

    private static final String EPC_96 = "8D3034257BF400B7800004CB2F";
    private static final String ANTENNA_2 = "810002";

    private final ReportDecoder decoder = new ReportDecoder();
    private final List<String> tags = new ArrayList<>();

    /** TagReportData around parameters given in hexadecimal digits. */
    private static String tag(String... parameters) {
        String content = String.join("", parameters);
        return "00F0" + HexFormat.of().toHexDigits((short) (4 + content.length() / 2)) + content;
    }

    private ReportOutcome decode(String body) {
        return decoder.decode(
                Unpooled.wrappedBuffer(HexFormat.of().parseHex(body)),
                tag -> tags.add(tag.epcHex() + "@" + tag.antenna() + " " + tag.rssiDbm() + " " + tag.clock() + " "
                        + tag.tidHex()));
    }

    @Test
    void shouldReadATag() {
        assertThat(decode(tag(EPC_96, ANTENNA_2, "86C7"))).isEqualTo(new ReportOutcome.Complete(1));

        assertThat(tags).containsExactly("3034257BF400B7800004CB2F@2 -57.0 NONE ");
    }

    @Test
    void shouldReadParametersInAnyOrder() {
        assertThat(decode(tag("86C7", ANTENNA_2, EPC_96))).isEqualTo(new ReportOutcome.Complete(1));

        assertThat(tags).containsExactly("3034257BF400B7800004CB2F@2 -57.0 NONE ");
    }

    @Test
    void shouldReadAnEpcWhoseBitsDoNotFillItsLastByte() {
        decoder.decode(Unpooled.wrappedBuffer(HexFormat.of().parseHex(tag("00F10008000CABC0"))), tag -> {
            assertThat(tag.epcBits()).isEqualTo(12);
            assertThat(tag.epcBytes()).containsExactly(0xAB, 0xC0);
            tags.add(tag.epcHex());
        });

        assertThat(tags).containsExactly("ABC0");
    }

    @Test
    void shouldKeyA96BitEpcAlikeHoweverItWasSent() {
        List<Long> keys = new ArrayList<>();
        TagReportSink sink = tag -> {
            keys.add(tag.epcHigh());
            keys.add(tag.epcLow());
        };
        decoder.decode(Unpooled.wrappedBuffer(HexFormat.of().parseHex(tag(EPC_96))), sink);
        decoder.decode(
                Unpooled.wrappedBuffer(HexFormat.of().parseHex(tag("00F100120060" + EPC_96.substring(2)))), sink);

        assertThat(keys).hasSize(4);
        assertThat(keys.subList(0, 2)).isEqualTo(keys.subList(2, 4));
        assertThat(keys.get(0)).isEqualTo(0x3034257BF400B780L);
        assertThat(keys.get(1)).isEqualTo(0x0004CB2F00000000L);
    }

    @Test
    void shouldReadImpinjsFinerFigures() {
        List<Double> figures = new ArrayList<>();
        String custom = "03FF000E0000651A000000";
        decoder.decode(
                Unpooled.wrappedBuffer(HexFormat.of()
                        .parseHex(tag(EPC_96, "86C7", custom + "380400", custom + "39E9A2", custom + "44FFF0"))),
                tag -> figures.addAll(List.of(tag.phaseDegrees(), tag.rssiDbm(), tag.dopplerHz())));

        assertThat(figures).containsExactly(90.0, -57.26, -1.0);
        assertThat(decoder.skipped().custom()).isZero();
    }

    @Test
    void shouldTakeUtcWhenAReaderSendsBothClocks() {
        List<Long> times = new ArrayList<>();
        String uptime = "830000000000000007";
        String utc = "820005A9E4BEF862E0";
        for (String body : List.of(tag(EPC_96, uptime, utc), tag(EPC_96, utc, uptime))) {
            decoder.decode(Unpooled.wrappedBuffer(HexFormat.of().parseHex(body)), tag -> {
                assertThat(tag.clock()).isEqualTo(ReaderClock.UTC);
                times.add(tag.firstSeenMicros());
            });
        }

        assertThat(times).containsExactly(0x0005A9E4BEF862E0L, 0x0005A9E4BEF862E0L);
    }

    @Test
    void shouldSkipWhatItDoesNotKnowAndCountIt() {
        String unknownTlv = "03200006FFFF";
        String vendor = "03FF000E000012670000000100FF";

        ReportOutcome outcome = decode(unknownTlv + tag(EPC_96, unknownTlv, vendor, ANTENNA_2) + vendor + tag(EPC_96));

        assertThat(outcome).isEqualTo(new ReportOutcome.Complete(2));
        assertThat(decoder.skipped().unknownTlv()).isEqualTo(2);
        assertThat(decoder.skipped().custom()).isEqualTo(2);
        assertThat(tags.getFirst()).contains("@2");
    }

    @Test
    void shouldKeepWhatCameBeforeATypeValueParameterItDoesNotKnow() {
        ReportOutcome outcome = decode(tag(EPC_96, ANTENNA_2, "FF0102030405") + tag(EPC_96, "810003"));

        assertThat(outcome).isEqualTo(new ReportOutcome.Complete(2));
        assertThat(tags).extracting(it -> it.split(" ")[0].split("@")[1]).containsExactly("2", "3");
        assertThat(decoder.skipped().unknownTv()).isEqualTo(1);
    }

    @Test
    void shouldNotGiveOutATagWithoutAnEpc() {
        assertThat(decode(tag(ANTENNA_2))).isEqualTo(new ReportOutcome.Complete(0));

        assertThat(tags).isEmpty();
        assertThat(decoder.skipped().tagsWithoutEpc()).isEqualTo(1);
    }

    @Test
    void shouldNotCarryFieldsFromOneTagToTheNext() {
        decode(tag(EPC_96, ANTENNA_2, "86C7", "820005A9E4BEF862E0") + tag(EPC_96));

        assertThat(tags.get(1)).isEqualTo("3034257BF400B7800004CB2F@-1 NaN NONE ");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "TRUNCATED_PARAMETER, 00F0",
        "PARAMETER_TOO_SHORT, 00F00000",
        "PARAMETER_TOO_SHORT, 00F00003",
        "PARAMETER_BEYOND_PARENT, 00F00005",
        "PARAMETER_BEYOND_PARENT, 00F0FFFF00",
        "TRUNCATED_PARAMETER, 00F000068D30",
        "TRUNCATED_PARAMETER, 00F0000500",
        "PARAMETER_TOO_SHORT, 00F0000800F10000",
        "PARAMETER_BEYOND_PARENT, 00F0000800F10009",
        "FIELDS_MISSING, 00F0000900F1000500",
        "ARRAY_BEYOND_PARAMETER, 00F0000A00F10006FFFF",
        "FIELDS_MISSING, 00F00008015D0004",
        "ARRAY_BEYOND_PARAMETER, 00F0000D015D0009000001FFFF",
        "FIELDS_MISSING, 00F0000803FF0004"
    })
    void shouldNameTheLie(ReportFault fault, String lie) {
        ReportOutcome outcome = decode(tag(EPC_96) + lie);

        assertThat(outcome).isInstanceOfSatisfying(ReportOutcome.Malformed.class, malformed -> {
            assertThat(malformed.fault()).isEqualTo(fault);
            assertThat(malformed.tags()).isEqualTo(1);
            assertThat(malformed.offset()).isGreaterThanOrEqualTo(tag(EPC_96).length() / 2);
        });
        assertThat(tags).hasSize(1);
    }

    @Test
    void shouldEndOnAnyBytesAndReadNoneBeyondThem() {
        Random random = new Random(20261121);
        byte[] good = HexFormat.of()
                .parseHex(tag(EPC_96, ANTENNA_2, "00F10008000CABC0", "015D000B0000010001E280")
                        .repeat(3));
        for (int i = 0; i < 200_000; i++) {
            byte[] body = mutated(good, random);
            int length = random.nextInt(body.length + 1);
            // The array ends where the report ends: a read beyond it would throw.
            byte[] exact = Arrays.copyOf(body, length);
            decoder.decode(exact, 0, length, tag -> {
                assertThat(tag.epcHex()).hasSize(2 * tag.epcLength());
                assertThat(tag.tidHex()).isNotNull();
            });
        }
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] body = good.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }
}
