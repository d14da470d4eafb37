package io.tallygate.simulator;

import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.simulator.Answers.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.interfaces.AirProtocolInventoryCommandSettings;
import org.llrp.ltk.generated.interfaces.SpecParameter;
import org.llrp.ltk.generated.parameters.AISpec;
import org.llrp.ltk.generated.parameters.AntennaConfiguration;
import org.llrp.ltk.generated.parameters.C1G2InventoryCommand;
import org.llrp.ltk.generated.parameters.C1G2RFControl;
import org.llrp.ltk.generated.parameters.InventoryParameterSpec;
import org.llrp.ltk.generated.parameters.RFTransmitter;
import org.llrp.ltk.generated.parameters.ROSpec;

/**
 * Refuses, by the number of the parameter at fault, what a ROSpec says beyond a dialect or takes from no table of the reader's
 * ({@link Band}), as readers of the field do.
 */
final class SpecTaste {

    private static final int ANTENNA_CONFIGURATION = 222;
    private static final int RF_TRANSMITTER = 224;
    private static final int C1G2_RF_CONTROL = 335;
    private static final int AI_SPEC = 183;

    private final RoSpecDialect most;

    private SpecTaste(RoSpecDialect most) {
        this.most = most;
    }

    static SpecTaste of(RoSpecDialect most) {
        return new SpecTaste(most);
    }

    @Nullable
    Verdict refusal(ROSpec spec) {
        for (SpecParameter each : spec.getSpecParameterList()) {
            if (each instanceof AISpec inventory) {
                Verdict refusal = refusal(inventory);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    /** What it says of antennas. */
    static Stream<AntennaConfiguration> configurations(ROSpec spec) {
        return spec.getSpecParameterList().stream()
                .filter(AISpec.class::isInstance)
                .flatMap(each -> ((AISpec) each).getInventoryParameterSpecList().stream())
                .flatMap(each -> orEmpty(each.getAntennaConfigurationList()).stream());
    }

    private @Nullable Verdict refusal(AISpec inventory) {
        if (most == RoSpecDialect.BARE && inventory.getAntennaIDs().get(0).intValue() != 0) {
            return Verdict.parameter(AI_SPEC, "antennas cannot be chosen");
        }
        for (InventoryParameterSpec each : inventory.getInventoryParameterSpecList()) {
            for (AntennaConfiguration antenna : orEmpty(each.getAntennaConfigurationList())) {
                Verdict refusal = refusal(antenna);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    private @Nullable Verdict refusal(AntennaConfiguration antenna) {
        if (most.compareTo(RoSpecDialect.PLAIN) >= 0) {
            return Verdict.parameter(ANTENNA_CONFIGURATION, "antennas cannot be configured");
        }
        if (most.compareTo(RoSpecDialect.ALL_ANTENNAS) >= 0
                && antenna.getAntennaID().intValue() != 0) {
            return Verdict.parameter(ANTENNA_CONFIGURATION, "one configuration for all antennas");
        }
        RFTransmitter transmitter = antenna.getRFTransmitter();
        Verdict refusal = transmitter == null ? null : refusal(transmitter);
        return refusal != null ? refusal : refusalOfModes(antenna);
    }

    /** The channel is for readers that do not hop: this one does, and does not look at it. */
    private static @Nullable Verdict refusal(RFTransmitter transmitter) {
        int power = transmitter.getTransmitPower().intValue();
        if (!Band.hasPower(power)) {
            return Verdict.parameter(RF_TRANSMITTER, "no power " + power);
        }
        int hops = transmitter.getHopTableID().intValue();
        return Band.hasHopTable(hops) ? null : Verdict.parameter(RF_TRANSMITTER, "no hop table " + hops);
    }

    private @Nullable Verdict refusalOfModes(AntennaConfiguration antenna) {
        for (AirProtocolInventoryCommandSettings settings :
                orEmpty(antenna.getAirProtocolInventoryCommandSettingsList())) {
            if (settings instanceof C1G2InventoryCommand command && command.getC1G2RFControl() != null) {
                Verdict refusal = refusal(command.getC1G2RFControl());
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return null;
    }

    private @Nullable Verdict refusal(C1G2RFControl control) {
        if (most == RoSpecDialect.SINGULATION) {
            return Verdict.parameter(C1G2_RF_CONTROL, "mode unknown in this region");
        }
        int mode = control.getModeIndex().intValue();
        if (!Band.hasMode(mode)) {
            return Verdict.parameter(C1G2_RF_CONTROL, "no mode " + mode);
        }
        int tari = control.getTari().intValue();
        return Band.hasTari(mode, tari)
                ? null
                : Verdict.parameter(C1G2_RF_CONTROL, "no Tari " + tari + " in mode " + mode);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
