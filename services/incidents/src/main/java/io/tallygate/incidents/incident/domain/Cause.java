package io.tallygate.incidents.incident.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What opens an incident. */
public sealed interface Cause {

    /** The id of the one incident that this cause opens. */
    IncidentId incidentId();

    IncidentKind kind();

    /** Reason code of the verdict, or why the portal is blind or mute. */
    String reason();

    String portalCode();

    /** When it happened, on the gate's clock. */
    Instant detectedAt();

    /** Something that is about a tag: who may see it follows from the item. */
    sealed interface OfTag extends Cause {

        /** Upper-case hex. */
        String epc();

        /** Null for a tag that is not in the ledger. */
        @Nullable
        LedgerItem item();

        /** In the order of time. */
        List<EvidenceRead> evidence();
    }

    /**
     * A crossing whose verdict was ALARM.
     *
     * @param roomCode the room the portal guards; null when the gate did not know
     * @param item null for a tag that is not in the ledger
     * @param chip null while it was not read
     * @param confidence of the direction, 0 to 1
     * @param ruleVersion which rules judged it
     * @param figures the numbers it rests on, in the order of the rule; empty where the gate was cut off before it told them
     * @param evidence in the order of time
     */
    record AlarmedCrossing(
            String crossingId,
            String portalCode,
            @Nullable String roomCode,
            String epc,
            @Nullable LedgerItem item,
            @Nullable Chip chip,
            Direction direction,
            Instant decidedAt,
            String reason,
            double confidence,
            String ruleVersion,
            List<Figure> figures,
            List<EvidenceRead> evidence)
            implements OfTag {

        public AlarmedCrossing {
            figures = List.copyOf(figures);
            evidence = List.copyOf(evidence);
        }

        AlarmedCrossing with(Chip read) {
            return new AlarmedCrossing(
                    crossingId,
                    portalCode,
                    roomCode,
                    epc,
                    item,
                    read,
                    direction,
                    decidedAt,
                    reason,
                    confidence,
                    ruleVersion,
                    figures,
                    evidence);
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

    /**
     * One EPC at two portals at once: two tags bear it, so one of them is a copy (G1).
     *
     * @param portalCode where it was seen the second time
     * @param detectedAt when it was seen the second time
     * @param evidence a read at each of the two portals, in the order of time
     */
    record DuplicateTag(
            String portalCode, String epc, @Nullable LedgerItem item, Instant detectedAt, List<EvidenceRead> evidence)
            implements OfTag {

        static final String REASON = "TWO_PLACES_AT_ONCE";

        public DuplicateTag {
            evidence = List.copyOf(evidence);
        }

        @Override
        public IncidentId incidentId() {
            return IncidentId.ofCause("duplicate/" + epc + "/" + detectedAt);
        }

        @Override
        public IncidentKind kind() {
            return IncidentKind.DUPLICATE_TAG;
        }

        @Override
        public String reason() {
            return REASON;
        }
    }

    /** A portal whose horn does not sound, since when and how that was found. */
    record Muteness(String portalCode, String reason, Instant since) implements Cause {

        @Override
        public IncidentId incidentId() {
            return IncidentId.ofCause("mute/" + portalCode + "/" + since);
        }

        @Override
        public IncidentKind kind() {
            return IncidentKind.PORTAL_MUTE;
        }

        @Override
        public Instant detectedAt() {
            return since;
        }
    }

    /** A portal that sees nothing, since when and why. */
    record Blindness(String portalCode, String reason, Instant since) implements Cause {

        /** Nobody tells of the portal: its bridge is dead, or cut off. */
        static final String BRIDGE_SILENT = "BRIDGE_SILENT";

        /** @param since when the first report that is missing was due */
        public static Blindness silence(String portalCode, Instant since) {
            return new Blindness(portalCode, BRIDGE_SILENT, since);
        }

        public boolean isSilence() {
            return reason.equals(BRIDGE_SILENT);
        }

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
