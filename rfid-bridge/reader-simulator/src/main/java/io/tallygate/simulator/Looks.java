package io.tallygate.simulator;

import java.util.BitSet;
import org.llrp.ltk.generated.enumerations.GPIPortState;
import org.llrp.ltk.generated.enumerations.GetReaderConfigRequestedData;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG_RESPONSE;
import org.llrp.ltk.generated.parameters.AntennaProperties;
import org.llrp.ltk.generated.parameters.GPIPortCurrentState;
import org.llrp.ltk.generated.parameters.GPOWriteData;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.SignedShort;
import org.llrp.ltk.types.UnsignedShort;

/** What the reader answers when it is asked how it is: its antennas, its outputs and its inputs. */
final class Looks {

    private static final int GAIN_CENTI_DBI = 600;

    private final int antennas;
    private final GpoBank gpo;
    private final InputBank inputs;
    private final BitSet lost = new BitSet();
    private final BitSet cut = new BitSet();

    /** Port of an output that says yes and does nothing: a relay that is broken; 0 for none. */
    private int stuckOutput;

    Looks(int antennas, GpoBank gpo, InputBank inputs) {
        this.antennas = antennas;
        this.gpo = gpo;
        this.inputs = inputs;
    }

    void antenna(int antenna, boolean connected) {
        lost.set(antenna, !connected);
    }

    /** A cable that is cut, or whole again. The reader measures its antennas' resistance, which the rest of a cable may have as well. */
    void cable(int antenna, boolean whole) {
        cut.set(antenna, !whole);
    }

    boolean isCut(int antenna) {
        return cut.get(antenna);
    }

    void stick(int output) {
        stuckOutput = output;
    }

    boolean isStuck(int output) {
        return output == stuckOutput;
    }

    void fill(GET_READER_CONFIG request, GET_READER_CONFIG_RESPONSE answer) {
        switch (request.getRequestedData().intValue()) {
            case GetReaderConfigRequestedData.AntennaProperties -> antennas(answer);
            case GetReaderConfigRequestedData.GPOWriteData -> outputs(answer);
            case GetReaderConfigRequestedData.GPIPortCurrentState -> inputs(answer);
            default -> {
                // Nobody asks for more.
            }
        }
    }

    private void antennas(GET_READER_CONFIG_RESPONSE answer) {
        for (int antenna = 1; antenna <= antennas; antenna++) {
            AntennaProperties properties = new AntennaProperties();
            properties.setAntennaID(new UnsignedShort(antenna));
            properties.setAntennaConnected(new Bit(!lost.get(antenna)));
            properties.setAntennaGain(new SignedShort(GAIN_CENTI_DBI));
            answer.addToAntennaPropertiesList(properties);
        }
    }

    private void inputs(GET_READER_CONFIG_RESPONSE answer) {
        for (int port = 1; port <= inputs.ports(); port++) {
            GPIPortCurrentState input = new GPIPortCurrentState();
            input.setGPIPortNum(new UnsignedShort(port));
            input.setConfig(new Bit(inputs.isWatched(port)));
            input.setState(new GPIPortState(inputs.isHigh(port) ? GPIPortState.High : GPIPortState.Low));
            answer.addToGPIPortCurrentStateList(input);
        }
    }

    private void outputs(GET_READER_CONFIG_RESPONSE answer) {
        gpo.states().forEach((port, on) -> {
            GPOWriteData output = new GPOWriteData();
            output.setGPOPortNumber(new UnsignedShort(port));
            output.setGPOData(new Bit(on && port != stuckOutput));
            answer.addToGPOWriteDataList(output);
        });
    }
}
