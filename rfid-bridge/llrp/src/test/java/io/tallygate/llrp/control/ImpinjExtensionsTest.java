package io.tallygate.llrp.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.generated.enumerations.StatusCode;
import org.llrp.ltk.generated.messages.ADD_ROSPEC;
import org.llrp.ltk.generated.messages.CUSTOM_MESSAGE;
import org.llrp.ltk.generated.parameters.Custom;

/** What is asked of Impinj's readers, byte for byte, and how their answers are read. */
class ImpinjExtensionsTest {

    private static final HexFormat HEX = HexFormat.of();

    /** As sllurp and EdgeX's service for LLRP write it. */
    private static final String ENABLE = "07ff0000001300000007" + "0000651a15" + "00000000";

    private static final String SWITCHES = "03ff000e0000651a00000034" + "0001"
            + "03ff000e0000651a00000035" + "0001"
            + "03ff000e0000651a00000043" + "0001";

    private static byte[] roSpec(RoSpecDialect dialect, boolean carrier) {
        RoSpecPlan plan = new RoSpecPlan(List.of(1, 2), RadioCapabilities.NONE, TransmitPower.AS_SET, dialect, carrier);
        return ControlCodec.encode(SetupMessages.addRoSpec(plan), 7);
    }

    @Test
    void shouldAskToEnableThem() throws Exception {
        byte[] message = ControlCodec.encode(ImpinjExtensions.enable(), 7);

        assertThat(HEX.formatHex(message)).isEqualTo(ENABLE);
        CUSTOM_MESSAGE parsed = (CUSTOM_MESSAGE) LLRPMessageFactory.createLLRPMessage(message);
        assertThat(parsed.getVendorIdentifier().toLong()).isEqualTo(ImpinjExtensions.VENDOR);
        assertThat(parsed.getMessageSubtype().toInteger()).isEqualTo(ImpinjExtensions.ENABLE_EXTENSIONS);
    }

    @ParameterizedTest
    @EnumSource(RoSpecDialect.class)
    void shouldAskForPhaseStrengthAndDopplerLastInTheReportSpec(RoSpecDialect dialect) throws Exception {
        byte[] message = roSpec(dialect, true);

        assertThat(HEX.formatHex(message)).endsWith("03ff00360000651a00000032" + SWITCHES);
        ADD_ROSPEC parsed = (ADD_ROSPEC) LLRPMessageFactory.createLLRPMessage(message);
        List<Custom> asked = parsed.getROSpec().getROReportSpec().getCustomList();
        assertThat(asked).singleElement().satisfies(it -> {
            assertThat(it.getVendorIdentifier().toLong()).isEqualTo(ImpinjExtensions.VENDOR);
            assertThat(it.getParameterSubtype().toLong()).isEqualTo(ImpinjExtensions.REPORT_CONTENT);
        });
        assertThat(parsed.encodeBinary()).isEqualTo(message);
    }

    @ParameterizedTest
    @EnumSource(RoSpecDialect.class)
    void shouldSayNothingOfAVendorsToAnyOtherReader(RoSpecDialect dialect) {
        byte[] plain = roSpec(dialect, false);

        assertThat(HEX.formatHex(plain)).doesNotContain("0000651a").doesNotContain("03ff");
        assertThat(ControlCodec.decode(Unpooled.wrappedBuffer(plain)).skippedParameters())
                .isZero();
    }

    @Test
    void shouldReadThatTheyAreEnabled() {
        ReaderStatus status =
                ImpinjExtensions.verdict(HEX.parseHex("07ff0000001700000007" + "0000651a16" + "011f000800000000"));

        assertThat(status.isSuccess()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // IMPINJ_ENABLE_EXTENSIONS_RESPONSE, then ERROR_MESSAGE, each with a word.
        "07ff0000001900000007 0000651a16 011f000a006d00026e6f",
        "04640000001400000007 011f000a006d00026e6f"
    })
    void shouldReadWhyTheyAreNot(String answer) {
        ReaderStatus status = ImpinjExtensions.verdict(HEX.parseHex(answer.replace(" ", "")));

        assertThat(status.code()).isEqualTo(StatusCode.M_UnsupportedMessage);
        assertThat(status.describe()).isEqualTo("M_UnsupportedMessage (109): no");
    }

    @ParameterizedTest
    @CsvSource({
        "another vendor,          07ff0000001700000007 0000651b16 011f000800000000",
        "another answer,          07ff0000001700000007 0000651a18 011f000800000000",
        "of another message,      04210000001200000007 011f000800000000",
        "an error without error,  04640000001200000007 011f000800000000",
        "no status,               07ff0000000f00000007 0000651a16",
        "no subtype,              07ff0000000e00000007 0000651a",
        "a status beyond its end, 07ff0000001700000007 0000651a16 011f00ff00000000",
        "no header,               07ff"
    })
    void shouldTakeNothingElseForAnAnswer(String what, String answer) {
        assertThatThrownBy(() -> ImpinjExtensions.verdict(HEX.parseHex(answer.replace(" ", ""))))
                .as(what)
                .isInstanceOf(ControlException.class);
    }
}
