package io.tallygate.llrp.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tallygate.llrp.frame.LlrpHeader;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.llrp.ltk.generated.messages.ADD_ROSPEC;
import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES_RESPONSE;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.generated.messages.SET_READER_CONFIG;
import org.llrp.ltk.generated.parameters.AISpec;

class ControlCodecTest {

    private static final String SUCCESS = "011F000800000000";
    private static final String UTC = "0080000C0005A9E4BEF862E0";
    private static final String CLOSED = "01010004";
    private static final String VENDOR = "03FF000E0000651A0000000100FF";

    private static ByteBuf message(int type, String body) {
        ByteBuf out = Unpooled.buffer();
        LlrpHeader.write(out, type, body.length() / 2, 42);
        return out.writeBytes(HexFormat.of().parseHex(body));
    }

    @Test
    void shouldSendAGpoWriteAloneInItsMessage() {
        byte[] bytes = ControlCodec.encode(SetupMessages.writeGpo(1, true), 0x01020304);

        assertThat(HexFormat.of().withUpperCase().formatHex(bytes)).isEqualTo("040300000012010203040000DB0007000180");
    }

    @Test
    void shouldAcknowledgeAKeepaliveWithItsId() {
        byte[] bytes = ControlCodec.encode(SetupMessages.keepaliveAck(), 0xCAFE);

        assertThat(HexFormat.of().withUpperCase().formatHex(bytes)).isEqualTo("04480000000A0000CAFE");
    }

    @Test
    void shouldReadBackWhatItWrites() {
        ReaderCapabilities reader = new ReaderCapabilities(1, 1, "", 4, 0, 4, true, true, 8, 8, RadioCapabilities.NONE);
        byte[] bytes = ControlCodec.encode(SetupMessages.configure(reader, Duration.ofSeconds(2)), 7);

        ControlCodec.Decoded decoded = ControlCodec.decode(Unpooled.wrappedBuffer(bytes));

        SET_READER_CONFIG config = (SET_READER_CONFIG) decoded.message();
        assertThat(config.getKeepaliveSpec().getPeriodicTriggerValue().toLong()).isEqualTo(2_000);
        assertThat(config.getEventsAndReports()
                        .getHoldEventsAndReportsUponReconnect()
                        .toBoolean())
                .isTrue();
        assertThat(config.getReaderEventNotificationSpec().getEventNotificationStateList())
                .hasSize(9)
                .allMatch(it -> it.getNotificationState().toBoolean());
        assertThat(decoded.skippedParameters()).isZero();
    }

    @Test
    void shouldAskAReaderThatCannotHoldReportsNotToHoldThem() {
        ReaderCapabilities reader =
                new ReaderCapabilities(1, 1, "", 4, 0, 4, true, false, 8, 8, RadioCapabilities.NONE);

        SET_READER_CONFIG config = SetupMessages.configure(reader, Duration.ofSeconds(2));

        assertThat(config.getEventsAndReports()
                        .getHoldEventsAndReportsUponReconnect()
                        .toBoolean())
                .isFalse();
    }

    @Test
    void shouldReportEveryReadOfTheAntennasAskedFor() {
        byte[] bytes = ControlCodec.encode(SetupMessages.addRoSpec(RoSpecPlan.plain(List.of(1, 3))), 7);

        var message =
                (ADD_ROSPEC) ControlCodec.decode(Unpooled.wrappedBuffer(bytes)).message();

        assertThat(message.getROSpec().getROReportSpec().getN().intValue()).isEqualTo(1);
        var inventory = (AISpec) message.getROSpec().getSpecParameterList().getFirst();
        assertThat(inventory.getAntennaIDs().toShortArray()).containsExactly((short) 1, (short) 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "in the notification, 00F60022" + UTC + VENDOR + CLOSED,
        "in the message, 00F60014" + UTC + CLOSED + VENDOR,
        "of a later LLRP, 00F60018" + UTC + "016400 04" + CLOSED,
    })
    void shouldSkipWhatItDoesNotKnow(String where, String body) {
        ControlCodec.Decoded decoded = ControlCodec.decode(message(63, body.replace(" ", "")));

        READER_EVENT_NOTIFICATION message = (READER_EVENT_NOTIFICATION) decoded.message();
        assertThat(message.getReaderEventNotificationData().getConnectionCloseEvent())
                .as(where)
                .isNotNull();
        assertThat(decoded.skippedParameters()).isEqualTo(1);
    }

    @Test
    void shouldReadAnAnswerOfLlrp11() {
        ByteBuf answer = message(13, SUCCESS).setByte(0, 0x08);

        assertThat(ReaderStatus.of(ControlCodec.decode(answer).message()).isSuccess())
                .isTrue();
    }

    @Test
    void shouldNameThePlaceThatAReaderObjectsTo() {
        String fieldError = "01200008" + "0003" + "012D";
        String parameterError = "01210010" + "00B1" + "00C9" + fieldError;
        String status = "011F001B" + "0064" + "0003" + "626164" + parameterError;

        ReaderStatus verdict =
                ReaderStatus.of(ControlCodec.decode(message(30, status)).message());

        assertThat(verdict.isSuccess()).isFalse();
        assertThat(verdict.describe())
                .isEqualTo("M_ParameterError (100) in parameter 177 P_FieldError in field 3 A_OutOfRange: bad");
    }

    @ParameterizedTest(name = "{0}: type {1} {2}")
    @CsvSource({
        "LYING_LENGTH, 63, 00F60000",
        "LYING_LENGTH, 63, 00F60003",
        "LYING_LENGTH, 63, 00F600FF",
        "LYING_LENGTH, 63, 00F6",
        "LYING_LENGTH, 63, 00F60008008000FF",
        "LYING_LENGTH, 13, 011F00080000FFFF",
        "LYING_LENGTH, 11, 011F00080000000000890008000400",
        "LYING_LENGTH, 21, 00",
        "UNKNOWN_TYPE, 999, ''",
        "UNKNOWN_TYPE, 1023, 0000651A01",
        "UNREADABLE, 13, ''"
    })
    void shouldNameWhatIsWrong(ControlFault fault, int type, String body) {
        ControlException thrown = catchThrowableOfType(
                ControlException.class,
                () -> ReaderStatus.of(ControlCodec.decode(message(type, body)).message()));

        assertThat(thrown).isNotNull();
        assertThat(thrown.fault()).isEqualTo(fault);
    }

    @Test
    void shouldRefuseParametersNestedWithoutEnd() {
        StringBuilder nested = new StringBuilder();
        for (int depth = 20; depth > 0; depth--) {
            nested.append(HexFormat.of().toHexDigits(0x01210000 + 8 * depth)).append("00B100C9");
        }
        String status = "011F" + HexFormat.of().toHexDigits((short) (8 + 160)) + "00640000" + nested;

        ControlException thrown =
                catchThrowableOfType(ControlException.class, () -> ControlCodec.decode(message(30, status)));

        assertThat(thrown.fault()).isEqualTo(ControlFault.TOO_DEEP);
    }

    @Test
    void shouldRefuseAMessageLongerThanAnyNeedsToBe() {
        ControlException thrown = catchThrowableOfType(
                ControlException.class, () -> ControlCodec.decode(message(11, "00".repeat(ControlCodec.MAX_BYTES))));

        assertThat(thrown.fault()).isEqualTo(ControlFault.TOO_LARGE);
    }

    @Test
    @Timeout(120)
    void shouldEndOnAnyBytes() {
        Random random = new Random(20261121);
        String capabilities = SUCCESS + "00890024" + "00048000" + "00000001" + "00000001" + "0000" + "008B0008"
                + "00010000" + "008D0008" + "00040004";
        byte[] good = HexFormat.of().parseHex(capabilities);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] body = good.clone();
            for (int mutations = random.nextInt(4); mutations >= 0; mutations--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            try {
                var decoded = ControlCodec.decode(message(11, HexFormat.of().formatHex(body)));
                assertThat(decoded.message()).isInstanceOf(GET_READER_CAPABILITIES_RESPONSE.class);
                read++;
            } catch (ControlException expected) {
                assertThat(expected.fault()).isNotNull();
            }
        }
        assertThat(read).isPositive();
    }
}
