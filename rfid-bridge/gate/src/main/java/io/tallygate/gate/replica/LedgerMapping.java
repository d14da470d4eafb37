package io.tallygate.gate.replica;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.ledger.v1.CustodyState;
import io.tallygate.contracts.ledger.v1.ExitPermit;
import io.tallygate.contracts.ledger.v1.PermitState;
import io.tallygate.contracts.ledger.v1.TaggedItem;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.Zone;
import io.tallygate.gate.ledger.FailMode;
import io.tallygate.gate.ledger.ItemId;
import io.tallygate.gate.ledger.ItemState;
import io.tallygate.gate.ledger.KnownItem;
import io.tallygate.gate.ledger.KnownPermit;
import io.tallygate.gate.ledger.PermitId;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.PortalPlan;
import io.tallygate.gate.ledger.SightRules;
import io.tallygate.gate.ledger.Tid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From the messages of the followed topics to what the gate knows. */
final class LedgerMapping {
    /** Where facilities has not said how old the copy may be. */
    private static final Duration USUAL_MAX_AGE = Duration.ofHours(24);

    private LedgerMapping() {}

    static KnownItem item(byte[] message) throws InvalidProtocolBufferException {
        TaggedItem item = TaggedItem.parseFrom(message);
        return new KnownItem(
                new Epc(item.getEpc()),
                new ItemId(item.getItemId()),
                // Few different words over very many items.
                item.getKind().intern(),
                item.getLevelRank(),
                item.getDepartmentCode().intern(),
                state(item.getState()),
                item.getTid().isEmpty() ? null : new Tid(item.getTid()));
    }

    private static ItemState state(CustodyState state) {
        return switch (state) {
            case OUT_UNDER_PERMIT -> ItemState.OUT_UNDER_PERMIT;
            case MISSING -> ItemState.MISSING;
            case DISPOSED -> ItemState.DISPOSED;
            case DESTROYED -> ItemState.DESTROYED;
            // A state that a newer ledger has and this gate does not know is no reason to let an item be a ghost.
            case IN_PLACE, CUSTODY_STATE_UNSPECIFIED, UNRECOGNIZED -> ItemState.IN_PLACE;
        };
    }

    /** Empty for a permit that is none to a gate: pending, rejected, revoked, closed. */
    static Optional<KnownPermit> permit(byte[] message) throws InvalidProtocolBufferException {
        ExitPermit permit = ExitPermit.parseFrom(message);
        boolean active = permit.getState() == PermitState.ACTIVE;
        if (!active && permit.getState() != PermitState.EXPIRED) {
            return Optional.empty();
        }
        return Optional.of(new KnownPermit(
                new PermitId(permit.getPermitId()),
                active,
                permit.getItemIdsList().stream().map(ItemId::new).collect(Collectors.toSet()),
                permit.getPortalCodesList().stream().map(PortalCode::new).collect(Collectors.toSet()),
                instant(permit.getValidFrom()),
                instant(permit.getValidUntil())));
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    /** Empty for a portal that is switched off. */
    static Optional<PortalPlan> portal(byte[] message) throws InvalidProtocolBufferException {
        Portal portal = Portal.parseFrom(message);
        if (!portal.getActive()) {
            return Optional.empty();
        }
        return Optional.of(new PortalPlan(
                new PortalCode(portal.getCode()),
                portal.getRoomCode(),
                new PortalPlan.ReaderAddress(
                        portal.getReader().getHost(),
                        portal.getReader().getPort(),
                        portal.getReader().getTls(),
                        portal.getReader().getTlsPinSha256(),
                        PowerMapping.bounds(portal)),
                antennas(portal),
                portal.getGpoAlarm(),
                portal.getHornFeedbackGpi(),
                Duration.ofSeconds(portal.getAlarmSeconds()),
                // Unset is the safe side.
                portal.getFailMode() == io.tallygate.contracts.facilities.v1.FailMode.OPEN
                        ? FailMode.OPEN
                        : FailMode.SECURE,
                portal.getMaxReplicaAgeSeconds() > 0
                        ? Duration.ofSeconds(portal.getMaxReplicaAgeSeconds())
                        : USUAL_MAX_AGE,
                new SightRules(
                        portal.getReferenceEpc().isEmpty() ? null : new Epc(portal.getReferenceEpc()),
                        portal.getMinReadsPerMinute()),
                TuningMapping.tuning(portal)));
    }

    private static Map<Integer, Zone> antennas(Portal portal) {
        Map<Integer, Zone> zones = new HashMap<>();
        for (Antenna antenna : portal.getAntennasList()) {
            switch (antenna.getZone()) {
                case INSIDE -> zones.put(antenna.getId(), Zone.INSIDE);
                case OUTSIDE -> zones.put(antenna.getId(), Zone.OUTSIDE);
                case ZONE_UNSPECIFIED, UNRECOGNIZED ->
                    throw new IllegalArgumentException("antenna " + antenna.getId() + " looks at no zone");
            }
        }
        return zones;
    }
}
