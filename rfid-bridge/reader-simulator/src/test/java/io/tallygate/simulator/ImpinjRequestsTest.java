package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.ImpinjExtensions;
import io.tallygate.llrp.control.RadioCapabilities;
import io.tallygate.llrp.control.ReaderStatus;
import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.llrp.control.RoSpecPlan;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.llrp.control.TransmitPower;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated Impinj reader takes what is asked as Impinj's definitions have it, and nothing else: so a wrong request is found. */
class ImpinjRequestsTest extends AskedReader {

    private static final HexFormat HEX = HexFormat.of();

    ImpinjRequestsTest() {
        super(ReaderProfile.usual().ofImpinj());
    }

    private void enable() throws IOException {
        byte[] answer = client.answerTo(HEX.formatHex(ControlCodec.encode(ImpinjExtensions.enable(), 1)));
        assertThat(ImpinjExtensions.verdict(answer).isSuccess()).isTrue();
    }

    private static String roSpec() {
        RoSpecPlan plan = new RoSpecPlan(
                List.of(), RadioCapabilities.NONE, TransmitPower.AS_SET, RoSpecDialect.SINGULATION, true);
        return HEX.formatHex(ControlCodec.encode(SetupMessages.addRoSpec(plan), 2));
    }

    @Test
    void shouldTakeTheSelectorOnceTheExtensionsAreEnabledAndNotBefore() throws Exception {
        assertThat(client.statusAfter(roSpec()).describe()).contains("in parameter 1023");

        enable();

        assertThat(client.statusAfter(roSpec()).isSuccess()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07ff0000001300000001 0000651a15 00000001",
                "07ff0000001100000001 0000651a15 0000",
                "07ff0000001300000001 0000651b15 00000000",
                "07ff0000001300000001 0000651a17 00000000"
            })
    void shouldNotBeEnabledByAnythingElse(String request) throws Exception {
        ReaderStatus status = ImpinjExtensions.verdict(client.answerTo(request.replace(" ", "")));

        assertThat(status.name()).isEqualTo("M_UnsupportedMessage");
        assertThat(client.statusAfter(roSpec()).isSuccess()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "strength before phase,  000000340001, 000000350001",
        "phase twice,            000000350001, 000000340001",
        "no such switch,         000000430001, 000000640001",
        "neither on nor off,     000000340001, 000000340002",
        "a switch of another's,  0000651a00000035, 0000651b00000035",
        "another's selector,     0000651a00000032, 0000651b00000032",
        "no selector,            0000651a00000032, 0000651a00000033",
        "a switch too short,     03ff000e0000651a00000034, 03ff000d0000651a00000034",
        "a switch beyond it,     03ff000e0000651a00000043, 03ff000f0000651a00000043"
    })
    void shouldRefuseASelectorThatIsNotSound(String what, String sound, String broken) throws Exception {
        enable();
        assertThat(roSpec()).containsOnlyOnce(sound);

        ReaderStatus status = client.statusAfter(roSpec().replace(sound, broken));

        assertThat(status.describe()).as(what).contains("in parameter 1023");
    }

    /** Beside the ROReportSpec, whose length leaves it out. */
    @Test
    void shouldRefuseASelectorInAnyOtherPlace() throws Exception {
        enable();
        int selector = 54;
        String report = "00ed" + String.format("%04x", 7 + 6 + selector);
        assertThat(roSpec()).containsOnlyOnce(report);

        ReaderStatus status = client.statusAfter(roSpec().replace(report, "00ed" + String.format("%04x", 7 + 6)));

        assertThat(status.describe()).contains("in parameter 1023");
    }
}
