package io.tallygate.gate.desk;

import io.tallygate.contracts.facilities.v1.Desk;
import io.tallygate.contracts.facilities.v1.Reader;
import io.tallygate.gate.ledger.PortalPlan.ReaderAddress;
import io.tallygate.gate.ledger.PowerBounds;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A desk as it is to be watched.
 *
 * @param antennas numbers of the reader's antennas, one at least
 * @param weakestDbm tags read weaker than this lie beside it; negative infinity where every tag counts
 */
record DeskPlan(String code, ReaderAddress reader, List<Integer> antennas, double weakestDbm) {

    /** @throws IllegalArgumentException when the desk cannot be watched as described; the message says why */
    DeskPlan {
        antennas = List.copyOf(antennas);
        if (code.isBlank() || antennas.isEmpty()) {
            throw new IllegalArgumentException("desk '" + code + "' has antennas " + antennas);
        }
    }

    /** @throws IllegalArgumentException as above */
    static DeskPlan of(Desk desk) {
        Reader reader = desk.getReader();
        return new DeskPlan(
                desk.getCode(),
                new ReaderAddress(
                        reader.getHost(), reader.getPort(), reader.getTls(), reader.getTlsPinSha256(), power(reader)),
                desk.getAntennasList(),
                desk.hasWeakestDbm() ? desk.getWeakestDbm() : Double.NEGATIVE_INFINITY);
    }

    private static PowerBounds power(Reader reader) {
        return reader.hasTransmitPowerDbm()
                ? new PowerBounds(
                        OptionalInt.of(Math.toIntExact(Math.round(reader.getTransmitPowerDbm() * 100))), Map.of())
                : PowerBounds.NONE;
    }
}
