package io.tallygate.bench.accuracy;

import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.Zone;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One gate with its reader and its room, as drawn for one trace. */
record Site(List<Antenna> antennas, PathLoss pathLoss, double fading, ReaderTraits reader) {

    Site {
        antennas = List.copyOf(antennas);
    }

    Site with(ReaderTraits other) {
        return new Site(antennas, pathLoss, fading, other);
    }

    Site withoutFades() {
        return new Site(antennas, pathLoss, 0, reader);
    }

    Site withAntennas(UnaryOperator<Antenna> change) {
        return new Site(antennas.stream().map(change).toList(), pathLoss, fading, reader);
    }

    PortalLayout layout() {
        Map<Integer, Zone> zones = antennas.stream().collect(Collectors.toMap(Antenna::id, Antenna::zone));
        return new PortalLayout("P-BENCH", zones);
    }
}
