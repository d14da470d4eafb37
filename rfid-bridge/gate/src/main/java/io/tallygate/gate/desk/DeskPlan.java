package io.tallygate.gate.desk;

import io.tallygate.contracts.facilities.v1.Desk;
import io.tallygate.contracts.facilities.v1.Reader;
import io.tallygate.gate.ledger.PortalPlan.ReaderAddress;
import java.util.List;

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
                new ReaderAddress(reader.getHost(), reader.getPort(), reader.getTls(), reader.getTlsPinSha256()),
                desk.getAntennasList(),
                desk.hasWeakestDbm() ? desk.getWeakestDbm() : Double.NEGATIVE_INFINITY);
    }
}
