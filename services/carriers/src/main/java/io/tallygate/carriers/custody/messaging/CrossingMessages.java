package io.tallygate.carriers.custody.messaging;

import io.tallygate.carriers.custody.domain.Crossing.Way;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Reads {@code rfid.crossings.v1}. */
final class CrossingMessages {

    private CrossingMessages() {}

    static io.tallygate.carriers.custody.domain.Crossing read(Crossing crossing) throws SenselessMessageException {
        if (crossing.getPortalCode().isEmpty() || crossing.getDecidedAtUs() <= 0) {
            throw new SenselessMessageException("a crossing without portal or time");
        }
        return new io.tallygate.carriers.custody.domain.Crossing(
                id(crossing.getCrossingId()),
                ItemId.parse(crossing.getItemId()),
                crossing.getEpc(),
                new PortalCode(crossing.getPortalCode()),
                way(crossing),
                crossing.getVerdict() == Verdict.ALLOW,
                crossing.getReason(),
                PermitId.parse(crossing.getPermitId()),
                Instant.EPOCH.plus(crossing.getDecidedAtUs(), ChronoUnit.MICROS));
    }

    private static Way way(Crossing crossing) throws SenselessMessageException {
        return switch (crossing.getDirection()) {
            case OUT -> Way.OUT;
            case IN -> Way.IN;
            case DIRECTION_UNSPECIFIED, UNRECOGNIZED ->
                throw new SenselessMessageException("a crossing without direction");
        };
    }

    private static UUID id(String text) throws SenselessMessageException {
        return ItemId.parse(text)
                .map(ItemId::value)
                .orElseThrow(() -> new SenselessMessageException("a crossing whose id is no UUID"));
    }
}
