package io.tallygate.incidents.incident.messaging;

import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Chip;
import io.tallygate.incidents.incident.domain.Direction;
import io.tallygate.incidents.incident.domain.EvidenceRead;
import io.tallygate.incidents.incident.domain.Figure;
import io.tallygate.incidents.incident.domain.LedgerItem;
import io.tallygate.incidents.incident.domain.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A crossing as the bridge tells it, as the cause of an incident. */
final class CrossingMapper {

    // A document may hold 16 MB; the detector keeps far fewer reads than this for a crossing.
    private static final int MOST_EVIDENCE = 2_000;

    private static final int MOST_FIGURES = 100;

    private CrossingMapper() {}

    static Cause.AlarmedCrossing toCause(Crossing crossing) {
        return new Cause.AlarmedCrossing(
                crossing.getCrossingId(),
                crossing.getPortalCode(),
                crossing.getRoomCode().isEmpty() ? null : crossing.getRoomCode(),
                crossing.getEpc(),
                item(crossing),
                chip(crossing),
                direction(crossing),
                Micros.toInstant(crossing.getDecidedAtUs()),
                crossing.getReason(),
                crossing.getConfidence(),
                crossing.getRuleVersion(),
                figures(crossing),
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

    private static @Nullable Chip chip(Crossing crossing) {
        return crossing.getTid().isEmpty()
                ? null
                : new Chip(
                        crossing.getTid(),
                        crossing.hasTidReadAtUs() ? Micros.toInstant(crossing.getTidReadAtUs()) : null);
    }

    private static Direction direction(Crossing crossing) {
        return switch (crossing.getDirection()) {
            case OUT -> Direction.OUT;
            case IN -> Direction.IN;
            case DIRECTION_UNSPECIFIED, UNRECOGNIZED -> Direction.UNKNOWN;
        };
    }

    /** What is no number cannot be written as JSON, and tells nobody anything. */
    private static List<Figure> figures(Crossing crossing) {
        return crossing.getFiguresList().stream()
                .filter(figure -> Double.isFinite(figure.getValue()))
                .limit(MOST_FIGURES)
                .map(figure -> new Figure(figure.getName(), figure.getValue()))
                .toList();
    }

    private static @Nullable Zone zone(TagRead read) {
        return switch (read.getZone()) {
            case INSIDE -> Zone.INSIDE;
            case OUTSIDE -> Zone.OUTSIDE;
            case ZONE_UNSPECIFIED, UNRECOGNIZED -> null;
        };
    }

    private static EvidenceRead read(String portalCode, TagRead read) {
        return new EvidenceRead(
                portalCode,
                read.getEpc(),
                read.getAntenna(),
                read.getRssiCentiDbm(),
                Micros.toInstant(read.getSeenAtUs()),
                zone(read));
    }
}
