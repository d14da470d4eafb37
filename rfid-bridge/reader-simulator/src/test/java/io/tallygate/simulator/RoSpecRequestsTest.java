package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.RadioCapabilities;
import io.tallygate.llrp.control.RadioCapabilities.AirMode;
import io.tallygate.llrp.control.RadioCapabilities.PowerLevel;
import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.ReaderStatus;
import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.llrp.control.RoSpecPlan;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.llrp.control.TransmitPower;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulated reader takes no mode, Tari, power or hop table but those of its own tables: so a wrong ROSpec is found. */
class RoSpecRequestsTest extends AskedReader {

    RoSpecRequestsTest() {
        super(ReaderProfile.usual());
    }

    private ReaderStatus statusOf(RadioCapabilities radio, RoSpecDialect dialect) throws IOException {
        return client.statusAfter(
                SetupMessages.addRoSpec(new RoSpecPlan(List.of(1, 2), radio, TransmitPower.upTo(3_000), dialect)));
    }

    @ParameterizedTest
    @EnumSource(names = {"PER_ANTENNA", "ALL_ANTENNAS"})
    void shouldTakeWhatItsCapabilitiesState(RoSpecDialect dialect) throws Exception {
        byte[] stated =
                client.answerTo(HexFormat.of().formatHex(ControlCodec.encode(SetupMessages.getCapabilities(), 1)));
        RadioCapabilities radio = ReaderCapabilities.of(
                        ControlCodec.decode(Unpooled.wrappedBuffer(stated)).message())
                .radio();

        assertThat(statusOf(radio, dialect).isSuccess()).isTrue();
    }

    private static RadioCapabilities tables(int mode, int tari, int power, int hops) {
        return new RadioCapabilities(
                List.of(new AirMode(mode, 4, 250_000, tari)),
                List.of(new PowerLevel(power, 3_000)),
                OptionalInt.of(hops));
    }

    @ParameterizedTest
    @CsvSource({"1003, 20000, 3", "9, 6250, 1", "9, 0, 2"})
    void shouldTakeEverythingInItsTables(int mode, int tari, int power) throws Exception {
        assertThat(statusOf(tables(mode, tari, power, 7), RoSpecDialect.PER_ANTENNA)
                        .isSuccess())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1,    0,     3, 7, no mode 1,                   335",
        "9,    20000, 3, 7, no Tari 20000 in mode 9,     335",
        "1003, 6250,  3, 7, no Tari 6250 in mode 1003,   335",
        "1003, 20000, 4, 7, no power 4,                  224",
        "1003, 20000, 0, 7, no power 0,                  224",
        "1003, 20000, 3, 1, no hop table 1,              224",
        "1003, 20000, 3, 0, no hop table 0,              224"
    })
    void shouldNameTheParameterThatIsInNoTable(int mode, int tari, int power, int hops, String words, int parameter)
            throws Exception {
        ReaderStatus status = statusOf(tables(mode, tari, power, hops), RoSpecDialect.PER_ANTENNA);

        assertThat(status.isSuccess()).isFalse();
        assertThat(status.describe()).contains(words).contains("in parameter " + parameter);
    }
}
