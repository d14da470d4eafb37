package io.tallygate.gate.portal;

import io.tallygate.contracts.facilities.v1.Zone;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Direction;
import io.tallygate.contracts.rfid.v1.Figure;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.crossing.TagObservation;
import io.tallygate.gate.ledger.KnownItem;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.gate.verdict.GateRules;
import io.tallygate.gate.verdict.Judgement;
import io.tallygate.gate.verdict.Passage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decided crossing as the message that leaves the gate. */
final class CrossingMessages {
    private CrossingMessages() {}

    static Crossing message(DecidedCrossing decided) {
        Crossing.Builder message = withoutEvidence(decided);
        PortalPlan portal = decided.passage().portal();
        decided.crossing()
                .evidence()
                .forEach(read -> message.addEvidence(evidence(read, portal, decided.readerOffsetUs())));
        decided.crossing()
                .figures()
                .forEach((name, value) ->
                        message.addFigures(Figure.newBuilder().setName(name).setValue(value)));
        if (decided.isCompletion()) {
            message.setTidReadAtUs(decided.tidReadUs());
        }
        return message.build();
    }

    /** What must be known whatever happens, in a tenth of the time: this much is done before the horn. */
    static Crossing briefMessage(DecidedCrossing decided) {
        return withoutEvidence(decided).build();
    }

    private static Crossing.Builder withoutEvidence(DecidedCrossing decided) {
        io.tallygate.crossing.Crossing crossing = decided.crossing();
        Passage passage = decided.passage();
        Crossing.Builder message = Crossing.newBuilder()
                .setCrossingId(id(decided).toString())
                .setPortalCode(passage.portal().code().value())
                .setRoomCode(passage.portal().roomCode())
                .setEpc(crossing.epc().hex())
                .setDirection(passage.direction() == io.tallygate.crossing.Direction.OUT ? Direction.OUT : Direction.IN)
                .setDecidedAtUs(crossing.decidedAtUs() + decided.readerOffsetUs())
                .setVerdict(verdict(decided.judgement()))
                .setReason(decided.judgement().reason().name())
                .setRuleVersion(crossing.ruleVersion() + " " + GateRules.VERSION)
                .setConfidence(crossing.confidence())
                .setReportReceivedAtUs(decided.reportReceivedUs())
                .setAlarmWrittenAtUs(decided.alarmWrittenUs());
        addItem(message, decided);
        return message;
    }

    private static void addItem(Crossing.Builder message, DecidedCrossing decided) {
        KnownItem item = decided.passage().item();
        if (item != null) {
            message.setItemId(item.itemId().value())
                    .setKind(item.kind())
                    .setLevelRank(item.levelRank())
                    .setDepartmentCode(item.departmentCode());
        }
        if (decided.passage().tid() != null) {
            message.setTid(decided.passage().tid().hex());
        }
        if (decided.judgement() instanceof Judgement.Allow allowed) {
            message.setPermitId(allowed.permit().value());
        }
    }

    /**
     * The same for the same crossing, however often its reports are delivered: made of the portal, the tag, the direction and
     * the reader's own time of the first read it rests on. An afterthought is a crossing of its own beside the first.
     */
    static UUID id(DecidedCrossing decided) {
        String name = String.join(
                        "|",
                        decided.passage().portal().code().value(),
                        decided.crossing().epc().hex(),
                        decided.crossing().direction().name(),
                        Long.toString(decided.crossing().evidence().getFirst().timeUs()))
                + (decided.afterthought() ? "|" + decided.judgement().reason() : "");
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Zone zone(io.tallygate.crossing.@Nullable Zone zone) {
        return switch (zone) {
            case INSIDE -> Zone.INSIDE;
            case OUTSIDE -> Zone.OUTSIDE;
            case null -> Zone.ZONE_UNSPECIFIED;
        };
    }

    private static Verdict verdict(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Alarm alarm -> Verdict.ALARM;
            case Judgement.Allow allow -> Verdict.ALLOW;
            case Judgement.Note note -> Verdict.RECORD;
            case Judgement.Ignore ignore -> throw new IllegalArgumentException("an ignored tag leaves no message");
        };
    }

    private static TagRead evidence(TagObservation read, PortalPlan portal, long readerOffsetUs) {
        return ReadMessages.read(read, read.timeUs() + readerOffsetUs)
                .setCount(1)
                .setZone(zone(portal.antennas().get(read.antenna())))
                .build();
    }
}
