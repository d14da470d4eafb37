package io.tallygate.llrp.control;

import java.util.List;
import java.util.OptionalInt;
import org.llrp.ltk.generated.parameters.AntennaConfiguration;
import org.llrp.ltk.generated.parameters.C1G2InventoryCommand;
import org.llrp.ltk.generated.parameters.C1G2RFControl;
import org.llrp.ltk.generated.parameters.C1G2SingulationControl;
import org.llrp.ltk.generated.parameters.RFTransmitter;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.TwoBitField;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;

/** The AntennaConfigurations of our ROSpec, as far as its dialect has them. */
final class AntennaSettings {

    /** In an AntennaConfiguration: each antenna the reader has. */
    static final int EVERY_ANTENNA = 0;

    /** What a doorway holds at a time; the reader adapts from there. */
    private static final int EXPECTED_TAGS = 32;

    private AntennaSettings() {}

    static List<AntennaConfiguration> of(RoSpecPlan plan) {
        return switch (plan.dialect()) {
            case PER_ANTENNA, ALL_ANTENNAS ->
                spokenOf(plan).stream().map(antenna -> told(antenna, plan)).toList();
            case SINGULATION -> List.of(withCommand(EVERY_ANTENNA, command()));
            case PLAIN, BARE -> List.of();
        };
    }

    /** The antennas that a dialect with a power speaks of. */
    static List<Integer> spokenOf(RoSpecPlan plan) {
        boolean each =
                plan.dialect() == RoSpecDialect.PER_ANTENNA && !plan.antennas().isEmpty();
        return each ? plan.antennas() : List.of(EVERY_ANTENNA);
    }

    /** What is asked of one of {@link #spokenOf}. */
    static OptionalInt powerOf(RoSpecPlan plan, int antenna) {
        return antenna == EVERY_ANTENNA
                ? plan.power().ofAll(plan.antennas())
                : plan.power().of(antenna);
    }

    private static AntennaConfiguration told(int antenna, RoSpecPlan plan) {
        C1G2InventoryCommand command = command();
        plan.radio().gateMode().ifPresent(mode -> command.setC1G2RFControl(control(mode)));
        AntennaConfiguration configuration = withCommand(antenna, command);
        powerOf(plan, antenna).ifPresent(asked -> plan.radio()
                .powerUpTo(asked)
                .ifPresent(power -> configuration.setRFTransmitter(transmitter(plan.radio(), power))));
        return configuration;
    }

    private static AntennaConfiguration withCommand(int antenna, C1G2InventoryCommand command) {
        AntennaConfiguration configuration = new AntennaConfiguration();
        configuration.setAntennaID(new UnsignedShort(antenna));
        configuration.addToAirProtocolInventoryCommandSettingsList(command);
        return configuration;
    }

    /** Session 0, whose tags answer anew at once: a crossing is told by many reads of the same tag. */
    private static C1G2InventoryCommand command() {
        TwoBitField session = new TwoBitField(new Bit[] {new Bit(false), new Bit(false)});
        C1G2SingulationControl singulation = new C1G2SingulationControl();
        singulation.setSession(session);
        singulation.setTagPopulation(new UnsignedShort(EXPECTED_TAGS));
        singulation.setTagTransitTime(new UnsignedInteger(0));
        C1G2InventoryCommand command = new C1G2InventoryCommand();
        command.setTagInventoryStateAware(new Bit(false));
        command.setC1G2SingulationControl(singulation);
        return command;
    }

    private static C1G2RFControl control(RadioCapabilities.AirMode mode) {
        C1G2RFControl control = new C1G2RFControl();
        control.setModeIndex(new UnsignedShort(mode.id()));
        control.setTari(new UnsignedShort(mode.tariNanos()));
        return control;
    }

    /** A reader that hops has no channel to choose, and one that does not has no hop table: what does not apply is 0 there. */
    private static RFTransmitter transmitter(RadioCapabilities radio, RadioCapabilities.PowerLevel power) {
        RFTransmitter transmitter = new RFTransmitter();
        transmitter.setHopTableID(new UnsignedShort(radio.hopTable().orElse(0)));
        transmitter.setChannelIndex(new UnsignedShort(radio.hopTable().isPresent() ? 0 : 1));
        transmitter.setTransmitPower(new UnsignedShort(power.index()));
        return transmitter;
    }
}
