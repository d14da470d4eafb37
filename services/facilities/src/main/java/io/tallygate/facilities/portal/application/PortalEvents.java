package io.tallygate.facilities.portal.application;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.PortalConfigured;
import io.tallygate.facilities.portal.domain.Antenna;
import io.tallygate.facilities.portal.domain.FailMode;
import io.tallygate.facilities.portal.domain.Portal;
import io.tallygate.facilities.portal.domain.Reader;
import io.tallygate.facilities.portal.domain.Tuning;
import io.tallygate.facilities.portal.domain.Zone;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Publication;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the register, the gate and the other services are told. */
public final class PortalEvents {

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
        var state = io.tallygate.contracts.facilities.v1.Portal.newBuilder()
                .setCode(portal.code())
                .setRoomCode(portal.roomCode())
                .setReader(reader(portal.reader()))
                .addAllAntennas(
                        portal.antennas().stream().map(PortalEvents::antenna).toList())
                .setGpoAlarm(portal.gpoAlarm())
                .setAlarmSeconds(portal.alarmSeconds())
                .setFailMode(failMode(portal.failMode()))
                .setMaxReplicaAgeSeconds(portal.maxReplicaAgeSeconds())
                .setReferenceEpc(portal.sight().referenceEpc())
                .setMinReadsPerMinute(portal.sight().minReadsPerMinute())
                .setActive(portal.active());
        if (portal.hornFeedbackGpi() != null) {
            state.setHornFeedbackGpi(portal.hornFeedbackGpi());
        }
        if (!portal.tuning().equals(Tuning.STANDARD)) {
            state.setTuning(tuning(portal.tuning()));
        }
        return state.build();
    }

    /** Of portals and of desks alike. */
    public static io.tallygate.contracts.facilities.v1.Reader reader(Reader reader) {
        var message = io.tallygate.contracts.facilities.v1.Reader.newBuilder()
                .setHost(reader.host())
                .setPort(reader.port())
                .setTls(reader.tls())
                .setTlsPinSha256(reader.tlsPin());
        setIfThere(reader.transmitPowerDbm(), message::setTransmitPowerDbm);
        return message.build();
    }

    private static io.tallygate.contracts.facilities.v1.Tuning tuning(Tuning tuning) {
        var message = io.tallygate.contracts.facilities.v1.Tuning.newBuilder();
        setIfThere(tuning.certainty(), message::setCertainty);
        setIfThere(tuning.leadMetres(), message::setLeadMetres);
        setIfThere(tuning.fadeDb(), message::setFadeDb);
        setIfThere(tuning.leastSwingDb(), message::setLeastSwingDb);
        return message.build();
    }

    private static void setIfThere(@Nullable Double value, Consumer<Double> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static io.tallygate.contracts.facilities.v1.Antenna antenna(Antenna antenna) {
        var message = io.tallygate.contracts.facilities.v1.Antenna.newBuilder()
                .setId(antenna.id())
                .setZone(zone(antenna.zone()));
        setIfThere(antenna.strayDbm(), message::setStrayDbm);
        setIfThere(antenna.offsetDb(), message::setOffsetDb);
        setIfThere(antenna.transmitPowerDbm(), message::setTransmitPowerDbm);
        return message.build();
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
