package io.tallygate.incidents.incident.messaging;

import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Direction;
import io.tallygate.incidents.incident.domain.EvidenceRead;
import io.tallygate.incidents.incident.domain.LedgerItem;
import org.jspecify.annotations.Nullable;

/** A crossing as the bridge tells it, as the cause of an incident. */
final class CrossingMapper {

    // A document may hold 16 MB; the detector keeps far fewer reads than this for a crossing.
    private static final int MOST_EVIDENCE = 2_000;

    private CrossingMapper() {}

    static Cause.AlarmedCrossing toCause(Crossing crossing) {
        return new Cause.AlarmedCrossing(
                crossing.getCrossingId(),
                crossing.getPortalCode(),
                crossing.getRoomCode().isEmpty() ? null : crossing.getRoomCode(),
                crossing.getEpc(),
                item(crossing),
                direction(crossing),
                Micros.toInstant(crossing.getDecidedAtUs()),
                crossing.getReason(),
                crossing.getConfidence(),
                crossing.getRuleVersion(),
                crossing.getEvidenceList().stream()
                        .limit(MOST_EVIDENCE)
                        .map(read -> read(crossing.getPortalCode(), read))
                        .toList());
    }

    /** An item without a department would be nobody's to see, so it is taken for a tag that is not in the ledger. */
    private static @Nullable LedgerItem item(Crossing crossing) {
        return crossing.getItemId().isEmpty() || crossing.getDepartmentCode().isEmpty()
                ? null
                : new LedgerItem(
                        crossing.getItemId(),
                        crossing.getKind(),
                        crossing.getLevelRank(),
                        crossing.getDepartmentCode());
    }

    private static Direction direction(Crossing crossing) {
        return switch (crossing.getDirection()) {
            case OUT -> Direction.OUT;
            case IN -> Direction.IN;
            case DIRECTION_UNSPECIFIED, UNRECOGNIZED -> Direction.UNKNOWN;
        };
    }

    private static EvidenceRead read(String portalCode, TagRead read) {
        return new EvidenceRead(
                portalCode,
                read.getEpc(),
                read.getAntenna(),
                read.getRssiCentiDbm(),
                Micros.toInstant(read.getSeenAtUs()));
    }
}
