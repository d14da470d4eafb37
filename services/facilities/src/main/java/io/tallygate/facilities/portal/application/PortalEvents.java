package io.tallygate.facilities.portal.application;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.PortalConfigured;
import io.tallygate.facilities.portal.domain.Antenna;
import io.tallygate.facilities.portal.domain.FailMode;
import io.tallygate.facilities.portal.domain.Portal;
import io.tallygate.facilities.portal.domain.Zone;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Publication;
import java.util.List;

/** What the register, the gate and the other services are told. */
final class PortalEvents {

    private PortalEvents() {}

    static NewEntry configured(String actor, Portal portal) {
        var state = state(portal);
        return new NewEntry(
                actor,
                portal.code(),
                PortalConfigured.newBuilder().setPortal(state).build(),
                List.of(new Publication(Topic.FACILITIES_PORTALS, portal.code(), state)));
    }

    private static io.tallygate.contracts.facilities.v1.Portal state(Portal portal) {
        return io.tallygate.contracts.facilities.v1.Portal.newBuilder()
                .setCode(portal.code())
                .setRoomCode(portal.roomCode())
                .setReader(io.tallygate.contracts.facilities.v1.Reader.newBuilder()
                        .setHost(portal.reader().host())
                        .setPort(portal.reader().port())
                        .setTls(portal.reader().tls())
                        .setTlsPinSha256(portal.reader().tlsPin()))
                .addAllAntennas(
                        portal.antennas().stream().map(PortalEvents::antenna).toList())
                .setGpoAlarm(portal.gpoAlarm())
                .setAlarmSeconds(portal.alarmSeconds())
                .setFailMode(failMode(portal.failMode()))
                .setMaxReplicaAgeSeconds(portal.maxReplicaAgeSeconds())
                .setReferenceEpc(portal.sight().referenceEpc())
                .setMinReadsPerMinute(portal.sight().minReadsPerMinute())
                .setActive(true)
                .build();
    }

    private static io.tallygate.contracts.facilities.v1.Antenna antenna(Antenna antenna) {
        return io.tallygate.contracts.facilities.v1.Antenna.newBuilder()
                .setId(antenna.id())
                .setZone(zone(antenna.zone()))
                .build();
    }

    private static io.tallygate.contracts.facilities.v1.Zone zone(Zone zone) {
        return switch (zone) {
            case INSIDE -> io.tallygate.contracts.facilities.v1.Zone.INSIDE;
            case OUTSIDE -> io.tallygate.contracts.facilities.v1.Zone.OUTSIDE;
        };
    }

    private static io.tallygate.contracts.facilities.v1.FailMode failMode(FailMode mode) {
        return switch (mode) {
            case SECURE -> io.tallygate.contracts.facilities.v1.FailMode.SECURE;
            case OPEN -> io.tallygate.contracts.facilities.v1.FailMode.OPEN;
        };
    }
}
