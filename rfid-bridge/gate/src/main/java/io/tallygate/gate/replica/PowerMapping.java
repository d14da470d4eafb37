package io.tallygate.gate.replica;

import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.gate.ledger.PowerBounds;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** From a portal's message to the power that its antennas may send with. */
final class PowerMapping {
    private static final double CENTI = 100;

    private PowerMapping() {}

    static PowerBounds bounds(Portal portal) {
        Map<Integer, Integer> own = portal.getAntennasList().stream()
                .filter(Antenna::hasTransmitPowerDbm)
                .collect(Collectors.toMap(
                        Antenna::getId, antenna -> centiDbm(antenna.getTransmitPowerDbm()), Math::min));
        OptionalInt usual = portal.getReader().hasTransmitPowerDbm()
                ? OptionalInt.of(centiDbm(portal.getReader().getTransmitPowerDbm()))
                : OptionalInt.empty();
        return new PowerBounds(usual, own);
    }

    private static int centiDbm(double dbm) {
        return Math.toIntExact(Math.round(Math.clamp(dbm, -CENTI, CENTI) * CENTI));
    }
}
