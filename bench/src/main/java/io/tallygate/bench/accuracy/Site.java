package io.tallygate.bench.accuracy;

import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.Zone;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One gate with its reader and its room, as drawn for one trace. */
record Site(List<Antenna> antennas, PathLoss pathLoss, double fading, ReaderTraits reader) {

    Site {
        antennas = List.copyOf(antennas);
    }

    PortalLayout layout() {
        Map<Integer, Zone> zones = antennas.stream().collect(Collectors.toMap(Antenna::id, Antenna::zone));
        return new PortalLayout("P-BENCH", zones);
    }
}
