package io.tallygate.llrp.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.RadioCapabilities.AirMode;
import io.tallygate.llrp.control.RadioCapabilities.PowerLevel;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.llrp.ltk.generated.messages.ADD_ROSPEC;
import org.llrp.ltk.generated.parameters.AISpec;
import org.llrp.ltk.generated.parameters.AntennaConfiguration;
import org.llrp.ltk.generated.parameters.C1G2InventoryCommand;
import org.llrp.ltk.generated.parameters.InventoryParameterSpec;

/** What a ROSpec says in each dialect, out of the tables that the reader reports. */
class RoSpecDialectTest {

    private static final RadioCapabilities RADIO = new RadioCapabilities(
            List.of(
                    new AirMode(7, 1, 640_000, 6_250),
                    new AirMode(9, 4, 250_000, 0),
                    new AirMode(12, 4, 320_000, 20_000),
                    new AirMode(13, 8, 68_500, 0)),
            List.of(new PowerLevel(1, 1000), new PowerLevel(5, 2400), new PowerLevel(9, 3000)),
            OptionalInt.of(2));

    private static AISpec inventory(RoSpecDialect dialect, List<Integer> antennas, OptionalInt power) {
        byte[] bytes = ControlCodec.encode(SetupMessages.addRoSpec(new RoSpecPlan(antennas, RADIO, power, dialect)), 7);
        ControlCodec.Decoded decoded = ControlCodec.decode(Unpooled.wrappedBuffer(bytes));
        assertThat(decoded.skippedParameters()).isZero();
        return (AISpec) ((ADD_ROSPEC) decoded.message())
                .getROSpec()
                .getSpecParameterList()
                .getFirst();
    }

    private static List<AntennaConfiguration> configurations(RoSpecDialect dialect, OptionalInt power) {
        List<InventoryParameterSpec> specs =
                inventory(dialect, List.of(1, 3), power).getInventoryParameterSpecList();
        List<AntennaConfiguration> found = specs.getFirst().getAntennaConfigurationList();
        return found == null ? List.of() : found;
    }

    private static C1G2InventoryCommand command(AntennaConfiguration configuration) {
        return (C1G2InventoryCommand)
                configuration.getAirProtocolInventoryCommandSettingsList().getFirst();
    }

    @Test
    void shouldSpeakOfEachAntennaWithTheFastestMillerFourOfTheReadersModes() {
        List<AntennaConfiguration> each = configurations(RoSpecDialect.PER_ANTENNA, OptionalInt.empty());

        assertThat(each).extracting(it -> it.getAntennaID().intValue()).containsExactly(1, 3);
        assertThat(each).allSatisfy(it -> {
            assertThat(command(it).getC1G2RFControl().getModeIndex().intValue()).isEqualTo(12);
            assertThat(command(it).getC1G2RFControl().getTari().intValue()).isEqualTo(20_000);
            assertThat(command(it).getC1G2SingulationControl().getSession().intValue())
                    .isZero();
            assertThat(it.getRFTransmitter()).isNull();
        });
    }

    @Test
    void shouldTakeThePowerFromTheReadersTableAndNeverMoreThanAskedFor() {
        List<AntennaConfiguration> all = configurations(RoSpecDialect.ALL_ANTENNAS, OptionalInt.of(2_750));

        assertThat(all).singleElement().satisfies(it -> {
            assertThat(it.getAntennaID().intValue()).isZero();
            assertThat(it.getRFTransmitter().getTransmitPower().intValue()).isEqualTo(5);
            assertThat(it.getRFTransmitter().getHopTableID().intValue()).isEqualTo(2);
        });
        assertThat(RADIO.powerUpTo(500)).contains(new PowerLevel(1, 1000));
    }

    @Test
    void shouldTakeTheReadersFirstModeWhereNoneIsMillerFour() {
        RadioCapabilities fast =
                new RadioCapabilities(List.of(new AirMode(3, 1, 1, 0)), List.of(), OptionalInt.empty());

        assertThat(fast.gateMode()).contains(new AirMode(3, 1, 1, 0));
        assertThat(RadioCapabilities.NONE.gateMode()).isEmpty();
    }

    @Test
    void shouldSayLessInEachSimplerDialect() {
        OptionalInt power = OptionalInt.of(3_000);

        assertThat(configurations(RoSpecDialect.SINGULATION, power))
                .singleElement()
                .satisfies(it -> {
                    assertThat(command(it).getC1G2RFControl()).isNull();
                    assertThat(it.getRFTransmitter()).isNull();
                });
        assertThat(configurations(RoSpecDialect.PLAIN, power)).isEmpty();
        assertThat(antennas(RoSpecDialect.PLAIN)).containsExactly((short) 1, (short) 3);
        assertThat(configurations(RoSpecDialect.BARE, power)).isEmpty();
        assertThat(antennas(RoSpecDialect.BARE)).containsExactly((short) 0);
    }

    private static short[] antennas(RoSpecDialect dialect) {
        return inventory(dialect, List.of(1, 3), OptionalInt.empty())
                .getAntennaIDs()
                .toShortArray();
    }

    @ParameterizedTest
    @EnumSource(RoSpecDialect.class)
    void shouldReachTheBarestFromAnyDialect(RoSpecDialect dialect) {
        assertThat(Stream.iterate(dialect, it -> it.simpler().isPresent(), it -> it.simpler()
                                .orElseThrow())
                        .count())
                .isEqualTo(RoSpecDialect.BARE.ordinal() - dialect.ordinal());
    }

    @Test
    void shouldReadSixWordsOfTheChipsOwnBankFromEveryTag() {
        String bytes = HexFormat.of().withUpperCase().formatHex(ControlCodec.encode(SetupMessages.addAccessSpec(), 1));

        // C1G2Read: OpSpec 1, no password, bank 2, from word 0, six words.
        assertThat(bytes).contains("0155000F" + "0001" + "00000000" + "80" + "0000" + "0006");
        // C1G2TargetTag: bank 1, matching, from bit 32, nothing to compare.
        assertThat(bytes).contains("0153000B" + "60" + "0020" + "0000" + "0000");
    }
}
