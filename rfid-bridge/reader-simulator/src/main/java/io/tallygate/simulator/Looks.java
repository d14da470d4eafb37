package io.tallygate.simulator;

import java.util.BitSet;
import org.llrp.ltk.generated.enumerations.GetReaderConfigRequestedData;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG_RESPONSE;
import org.llrp.ltk.generated.parameters.AntennaProperties;
import org.llrp.ltk.generated.parameters.GPOWriteData;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.SignedShort;
import org.llrp.ltk.types.UnsignedShort;

/** What the reader answers when it is asked how it is: its antennas and its outputs. */
final class Looks {

    private static final int GAIN_CENTI_DBI = 600;

    private final int antennas;
    private final GpoBank gpo;
    private final BitSet lost = new BitSet();

    /** Port of an output that says yes and does nothing: a relay that is broken; 0 for none. */
    private int stuckOutput;

    Looks(int antennas, GpoBank gpo) {
        this.antennas = antennas;
        this.gpo = gpo;
    }

    void antenna(int antenna, boolean connected) {
        lost.set(antenna, !connected);
    }

    void stick(int output) {
        stuckOutput = output;
    }

    void fill(GET_READER_CONFIG request, GET_READER_CONFIG_RESPONSE answer) {
        switch (request.getRequestedData().intValue()) {
            case GetReaderConfigRequestedData.AntennaProperties -> antennas(answer);
            case GetReaderConfigRequestedData.GPOWriteData -> outputs(answer);
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

    private void outputs(GET_READER_CONFIG_RESPONSE answer) {
        gpo.states().forEach((port, on) -> {
            GPOWriteData output = new GPOWriteData();
            output.setGPOPortNumber(new UnsignedShort(port));
            output.setGPOData(new Bit(on && port != stuckOutput));
            answer.addToGPOWriteDataList(output);
        });
    }
}
