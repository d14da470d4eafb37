package io.tallygate.llrp.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.llrp.control.ReaderLook.RoSpecState;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderLookTest {

    private static final String OK = "011F000800000000";
    private static final String OURS = HexFormat.of().toHexDigits(SetupMessages.OUR_SPEC_ID);
    private static final String VENDOR = "03FF000E0000651A0000000100FF";

    private static byte[] message(int type, String body) {
        String header = HexFormat.of().toHexDigits((short) (0x0400 | type))
                + HexFormat.of().toHexDigits(10 + body.length() / 2)
                + "00000001";
        return HexFormat.of().parseHex(header + body);
    }

    @ParameterizedTest
    @CsvSource({"00, STOPPED", "01, STOPPED", "02, RUNNING"})
    void shouldTellWhatOurRoSpecIsDoing(String state, RoSpecState expected) {
        String another = "00B1000A00000001" + "0002";

        byte[] answer = message(36, OK + another + "00B1000E" + OURS + "00" + state + "FFFFFFFF");

        assertThat(ReaderLook.roSpec(answer)).contains(expected);
    }

    @Test
    void shouldTellThatTheReaderHasLostOurRoSpec() {
        assertThat(ReaderLook.roSpec(message(36, OK + "00B1000A00000001" + "0002")))
                .contains(RoSpecState.GONE);
    }

    @Test
    void shouldTellWhichRoSpecsRunThatAreNotOurs() {
        String running = "00B1000A00000001" + "0002";
        String disabled = "00B1000A00000002" + "0000";
        String ours = "00B1000A" + OURS + "0002";

        assertThat(ReaderLook.othersRunning(message(36, OK + running + disabled + ours)))
                .containsExactly(1L);
        assertThat(ReaderLook.othersRunning(message(36, OK + disabled + ours))).isEmpty();
        assertThat(ReaderLook.othersRunning(message(36, running))).isEmpty();
    }

    @Test
    void shouldSeeAntennasAndOutputsPastWhatAVendorAdds() {
        byte[] answer =
                message(12, OK + VENDOR + "00DD0009" + "80" + "0001" + "0258" + "00DD0009" + "00" + "0003" + "0258");

        assertThat(ReaderLook.antennas(answer)).isEqualTo(Map.of(1, true, 3, false));
        byte[] outputs = message(12, OK + "00DB0007" + "0001" + "80" + VENDOR + "00DB0007" + "0002" + "00");
        assertThat(ReaderLook.output(outputs, 1)).contains(true);
        assertThat(ReaderLook.output(outputs, 2)).contains(false);
        assertThat(ReaderLook.output(outputs, 3)).isEmpty();
    }

    @Test
    void shouldSeeInputsAndNotTakeAnUnknownOneForLow() {
        String inputs = "00E10008" + "0001" + "80" + "01" + VENDOR + "00E10008" + "0002" + "80" + "00";
        byte[] answer = message(12, OK + inputs + "00E10008" + "0003" + "00" + "02");

        assertThat(ReaderLook.input(answer, 1)).contains(true);
        assertThat(ReaderLook.input(answer, 2)).contains(false);
        assertThat(ReaderLook.input(answer, 3)).isEmpty();
        assertThat(ReaderLook.input(answer, 4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "011F000800640000", "011F0008000000", "011F00080000000000B10003", "011F00080000000000B100FF"
            })
    void shouldSayNothingAfterAnErrorOrALie(String body) {
        assertThat(ReaderLook.roSpec(message(36, body))).isEmpty();
        assertThat(ReaderLook.othersRunning(message(36, body))).isEmpty();
        assertThat(ReaderLook.antennas(message(12, body))).isEmpty();
        assertThat(ReaderLook.output(message(12, body), 1)).isEmpty();
        assertThat(ReaderLook.input(message(12, body), 1)).isEmpty();
        assertThat(ReaderLook.configured(message(13, body))).isFalse();
    }

    @Test
    void shouldKnowAReaderThatDidWhatItWasTold() {
        assertThat(ReaderLook.configured(message(13, OK))).isTrue();
        assertThat(ReaderLook.configured(message(13, OK + VENDOR))).isTrue();
        assertThat(ReaderLook.configured(message(12, OK))).isFalse();
    }

    @Test
    void shouldStandAnyBytes() {
        Random random = new Random(20261121);
        for (int i = 0; i < 20_000; i++) {
            byte[] answer = new byte[random.nextInt(40)];
            random.nextBytes(answer);
            if (answer.length > 2) {
                answer[0] = 4;
                answer[1] = (byte) (random.nextBoolean() ? 36 : 12);
            }
            ReaderLook.roSpec(answer);
            ReaderLook.othersRunning(answer);
            ReaderLook.antennas(answer);
            ReaderLook.output(answer, 1);
            ReaderLook.input(answer, 1);
            ReaderLook.configured(answer);
            VersionMessages.supported(answer);
            VersionMessages.isAgreed(answer);
        }
    }
}
