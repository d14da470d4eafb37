package io.tallygate.incidents.incident.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What opens an incident. */
public sealed interface Cause {

    /** The id of the one incident that this cause opens. */
    IncidentId incidentId();

    IncidentKind kind();

    /** Reason code of the verdict, or why the portal is blind. */
    String reason();

    String portalCode();

    /** When it happened, on the gate's clock. */
    Instant detectedAt();

    /**
     * A crossing whose verdict was ALARM.
     *
     * @param roomCode the room the portal guards; null when the gate did not know
     * @param item null for a tag that is not in the ledger
     * @param confidence of the direction, 0 to 1
     * @param ruleVersion which rules judged it
     * @param evidence in the order of time
     */
    record AlarmedCrossing(
            String crossingId,
            String portalCode,
            @Nullable String roomCode,
            String epc,
            @Nullable LedgerItem item,
            Direction direction,
            Instant decidedAt,
            String reason,
            double confidence,
            String ruleVersion,
            List<EvidenceRead> evidence)
            implements Cause {

        public AlarmedCrossing {
            evidence = List.copyOf(evidence);
        }

        @Override
        public IncidentId incidentId() {
            return IncidentId.ofCause("crossing/" + crossingId);
        }

        @Override
        public IncidentKind kind() {
            return IncidentKind.ofAlarm(direction);
        }

        @Override
        public Instant detectedAt() {
            return decidedAt;
        }
    }

    /** A portal that sees nothing, since when and why. */
    record Blindness(String portalCode, String reason, Instant since) implements Cause {

        @Override
        public IncidentId incidentId() {
            return IncidentId.ofCause("blind/" + portalCode + "/" + since);
        }

        @Override
        public IncidentKind kind() {
            return IncidentKind.PORTAL_BLIND;
        }

        @Override
        public Instant detectedAt() {
            return since;
        }
    }
}
