package io.tallygate.llrp.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.tallygate.llrp.control.RadioCapabilities.AirMode;
import io.tallygate.llrp.control.RadioCapabilities.PowerLevel;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static AISpec inventory(RoSpecDialect dialect, List<Integer> antennas, TransmitPower power) {
        byte[] bytes = ControlCodec.encode(SetupMessages.addRoSpec(new RoSpecPlan(antennas, RADIO, power, dialect)), 7);
        ControlCodec.Decoded decoded = ControlCodec.decode(Unpooled.wrappedBuffer(bytes));
        assertThat(decoded.skippedParameters()).isZero();
        return (AISpec) ((ADD_ROSPEC) decoded.message())
                .getROSpec()
                .getSpecParameterList()
                .getFirst();
    }

    private static List<AntennaConfiguration> configurations(RoSpecDialect dialect, TransmitPower power) {
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
        List<AntennaConfiguration> each = configurations(RoSpecDialect.PER_ANTENNA, TransmitPower.AS_SET);

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
        List<AntennaConfiguration> all = configurations(RoSpecDialect.ALL_ANTENNAS, TransmitPower.upTo(2_750));

        assertThat(all).singleElement().satisfies(it -> {
            assertThat(it.getAntennaID().intValue()).isZero();
            assertThat(it.getRFTransmitter().getTransmitPower().intValue()).isEqualTo(5);
            assertThat(it.getRFTransmitter().getHopTableID().intValue()).isEqualTo(2);
        });
        assertThat(RADIO.powerUpTo(500)).contains(new PowerLevel(1, 1000));
    }

    @Test
    void shouldGiveAnAntennaThePowerOfItsOwn() {
        TransmitPower power = new TransmitPower(OptionalInt.of(3_000), Map.of(3, 2_399));

        assertThat(powers(RoSpecDialect.PER_ANTENNA, power)).containsExactly(9, 1);
        assertThat(powers(RoSpecDialect.PER_ANTENNA, new TransmitPower(OptionalInt.empty(), Map.of(3, 2_400))))
                .containsExactly(0, 5);
        // One for all must break nobody's bound.
        assertThat(powers(RoSpecDialect.ALL_ANTENNAS, power)).containsExactly(1);
    }

    /** Index of the power of each configuration, 0 where it says none. */
    private static List<Integer> powers(RoSpecDialect dialect, TransmitPower power) {
        return configurations(dialect, power).stream()
                .map(it -> it.getRFTransmitter() == null
                        ? 0
                        : it.getRFTransmitter().getTransmitPower().intValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PER_ANTENNA  | 2750 | 3000 |
                    PER_ANTENNA  | 1000 | 3000 |
                    PER_ANTENNA  | 3250 | 2400 | antenna 1: 32.5 dBm asked for, the reader's strongest is used: 30 dBm
                    PER_ANTENNA  | 2400 |  550 | antenna 3: 5.5 dBm asked for, the reader's weakest is used: 10 dBm
                    PER_ANTENNA  | -500 | 3000 | antenna 1: -5 dBm asked for, the reader's weakest is used: 10 dBm
                    ALL_ANTENNAS | 2750 | 2500 | the reader takes one power for all antennas: 24 dBm is used
                    SINGULATION  | 2750 | 2750 | 27.5 dBm asked for, the reader takes no power: it sends with what it is set to
                    BARE         | 2750 | 2750 | 27.5 dBm asked for, the reader takes no power: it sends with what it is set to
                    """)
    void shouldSayWhereThePowerIsNotAsAskedFor(RoSpecDialect dialect, int usual, int ofThree, String words) {
        TransmitPower power = new TransmitPower(OptionalInt.of(usual), Map.of(3, ofThree));

        assertThat(PowerLook.differences(new RoSpecPlan(List.of(1, 3), RADIO, power, dialect)))
                .isEqualTo(Optional.ofNullable(words));
    }

    @Test
    void shouldSayWhereTheReaderNamesNoPowers() {
        RoSpecPlan plan =
                new RoSpecPlan(List.of(), RadioCapabilities.NONE, TransmitPower.upTo(3_000), RoSpecDialect.PER_ANTENNA);

        assertThat(PowerLook.differences(plan))
                .contains("30 dBm asked for, the reader names no powers: it sends with what it is set to");
        assertThat(PowerLook.differences(RoSpecPlan.plain(List.of()))).isEmpty();
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
        TransmitPower power = TransmitPower.upTo(3_000);

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
        return inventory(dialect, List.of(1, 3), TransmitPower.AS_SET)
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
