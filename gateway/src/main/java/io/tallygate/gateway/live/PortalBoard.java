package io.tallygate.gateway.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.kafka.Hearing;
import io.tallygate.commons.kafka.TopicReplica;
import io.tallygate.contracts.HealthPulse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The health of every portal, as its bridge tells it, or blind once nobody tells of it. While Kafka is away the last that was known
 * stands. Of a portal that was taken down nothing is shown, whoever still tells of it: a dead bridge takes back nothing that it said.
 */
@Singleton
class PortalBoard {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final String bootstrapServers;
    private final LiveHub hub;
    private final Hearing hearing = new Hearing(HealthPulse.SILENT_AFTER, HealthPulse.SILENT_AFTER);
    private final TopicReplica<PortalHealth> health;
    private final TopicReplica<Portal> configured;
    private final Set<String> silent = new HashSet<>();
    private final Set<String> takenDown = new HashSet<>();
    private volatile boolean stopping;

    PortalBoard(@ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers, LiveHub hub) {
        this.bootstrapServers = bootstrapServers;
        this.hub = hub;
        this.health = new TopicReplica<>(Topic.RFID_HEALTH, PortalHealth.parser(), this::told, hearing);
        this.configured = new TopicReplica<>(Topic.FACILITIES_PORTALS, Portal.parser(), this::configured);
    }

    void start(@Observes StartupEvent event) {
        configured.start(bootstrapServers);
        health.start(bootstrapServers);
        Thread.ofPlatform().daemon().name("portal-board").start(this::lookForEver);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        health.close();
        configured.close();
    }

    /** What is known of each portal that is up now. */
    synchronized List<PortalHealth> portals() {
        return health.values().stream()
                .filter(last -> !takenDown.contains(last.getPortalCode()))
                .map(this::asItStands)
                .toList();
    }

    private PortalHealth asItStands(PortalHealth last) {
        return silent.contains(last.getPortalCode()) ? silenced(last) : last;
    }

    private synchronized void configured(Optional<Portal> before, Optional<Portal> now) {
        Optional<Boolean> active = now.map(Portal::getActive);
        if (active.equals(before.map(Portal::getActive))) {
            return;
        }
        now.or(() -> before).map(Portal::getCode).ifPresent(code -> {
            boolean up = active.orElse(false);
            boolean back = takenDown.contains(code) && up;
            if (up) {
                takenDown.remove(code);
            } else {
                takenDown.add(code);
            }
            hub.publish(LiveEvents.ofPortal(code, up));
            if (back) {
                health.get(code).map(this::asItStands).map(LiveEvents::of).ifPresent(hub::publish);
            }
        });
    }

    private synchronized void told(Optional<PortalHealth> before, Optional<PortalHealth> now) {
        before.or(() -> now).map(PortalHealth::getPortalCode).ifPresent(silent::remove);
        now.ifPresent(report -> {
            hearing.heard(report.getPortalCode(), System.nanoTime());
            publish(report);
        });
    }

    private void lookForEver() {
        while (!stopping) {
            look();
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }

    private synchronized void look() {
        for (PortalHealth last : health.values()) {
            if (hearing.isSilent(last.getPortalCode()) && silent.add(last.getPortalCode())) {
                publish(silenced(last));
            }
        }
    }

    private void publish(PortalHealth report) {
        if (!takenDown.contains(report.getPortalCode())) {
            hub.publish(LiveEvents.of(report));
        }
    }

    /** What it last told of itself is not so any more; only when that was is still true. */
    private static PortalHealth silenced(PortalHealth last) {
        return PortalHealth.newBuilder()
                .setPortalCode(last.getPortalCode())
                .setState(PortalState.BLIND)
                .setReason(HealthPulse.SILENT)
                .setSinceUs(last.getReportedAtUs() + HealthPulse.EVERY.toNanos() / 1_000)
                .setReportedAtUs(last.getReportedAtUs())
                .build();
    }
}
