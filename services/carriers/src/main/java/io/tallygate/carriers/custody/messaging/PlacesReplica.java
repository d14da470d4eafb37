package io.tallygate.carriers.custody.messaging;

import io.tallygate.carriers.custody.application.Places;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.commons.kafka.TopicReplica;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Cabinet;
import io.tallygate.contracts.facilities.v1.Portal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Cabinets and portals as {@code facilities} last told them. */
@Singleton
class PlacesReplica implements Places {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TopicReplica<Portal> portals = new TopicReplica<>(Topic.FACILITIES_PORTALS, Portal.parser());
    private final TopicReplica<Cabinet> cabinets = new TopicReplica<>(Topic.FACILITIES_CABINETS, Cabinet.parser());

    PlacesReplica(@ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers) {
        portals.start(bootstrapServers);
        cabinets.start(bootstrapServers);
    }

    @Override
    public Optional<String> roomOfCabinet(String cabinetCode) {
        cabinets.awaitCaughtUp(PATIENCE);
        return cabinets.get(cabinetCode).map(Cabinet::getRoomCode);
    }

    @Override
    public Optional<String> roomOfPortal(PortalCode portal) {
        portals.awaitCaughtUp(PATIENCE);
        return portals.get(portal.value()).map(Portal::getRoomCode);
    }

    @Override
    public boolean portalInUse(PortalCode portal) {
        portals.awaitCaughtUp(PATIENCE);
        return portals.get(portal.value()).filter(Portal::getActive).isPresent();
    }

    @PreDestroy
    void stop() {
        portals.close();
        cabinets.close();
    }
}
