package io.tallygate.incidents.incident.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.kafka.Hearing;
import io.tallygate.commons.kafka.TopicReplica;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.HealthPulse;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.incidents.incident.application.FollowingSilence;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Notices that nobody tells of a portal that is to be watched. Every instance of this service listens to all portals, in no group: a
 * rebalance must not look like silence, nor hide it.
 */
@Singleton
public class SilenceWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final String bootstrapServers;
    private final FollowingSilence following;
    private final Clock clock;
    private final Hearing hearing;
    private final TopicReplica<PortalHealth> healths;
    private final TopicReplica<Portal> portals;
    private final Map<String, Finding> done = new HashMap<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("silence-watch").unstarted(this::lookForEver);
    private volatile boolean stopped;

    /** What is found of a portal. What was done about it is done once, and once more after a start: who knows what came before. */
    private enum Finding {
        SILENT,
        WATCHING,
        /** It is heard, and does not see: what its bridge says of that is followed elsewhere. */
        HEARD,
        /** Nobody is to watch it, and its bridge has not heard of that yet: it may call it blind once more. */
        TAKEN_DOWN,
        /** Nobody is to watch it, and nobody tells of it any more. */
        LEFT,
        /** Nothing says that anybody is to watch it. */
        UNCONFIGURED,
        /** Not listened to for long enough to say. */
        UNKNOWN
    }

    SilenceWatch(
            @ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers,
            SilenceSettings settings,
            FollowingSilence following,
            Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.following = following;
        this.clock = clock;
        this.hearing = new Hearing(HealthPulse.SILENT_AFTER, settings.patienceAtStart());
        this.healths = new TopicReplica<>(Topic.RFID_HEALTH, PortalHealth.parser(), this::told, hearing);
        this.portals = new TopicReplica<>(Topic.FACILITIES_PORTALS, Portal.parser(), this::configured);
    }

    void start(@Observes StartupEvent starting) {
        start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        close();
    }

    void start() {
        healths.start(bootstrapServers);
        portals.start(bootstrapServers);
        thread.start();
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        healths.close();
        portals.close();
    }

    private void told(Optional<PortalHealth> before, Optional<PortalHealth> now) {
        now.ifPresent(health -> hearing.heard(health.getPortalCode(), System.nanoTime()));
        if (now.isEmpty()) {
            before.ifPresent(health -> hearing.forget(health.getPortalCode()));
        }
    }

    /** Its bridge must first hear of it, too. */
    private void configured(Optional<Portal> before, Optional<Portal> now) {
        if (before.filter(Portal::getActive).isEmpty()) {
            now.ifPresent(portal -> hearing.expect(portal.getCode(), System.nanoTime()));
        }
    }

    private void lookForEver() {
        while (!stopped) {
            try {
                Thread.sleep(LOOK_EVERY);
                look();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                // The store is away, or somebody else changed the incident: the finding stands, and is tried again.
                LOG.warnf("What is heard of the portals cannot be kept now: %s", e.getMessage());
            }
        }
    }

    private void look() {
        if (!portals.caughtUp() || !healths.caughtUp()) {
            return;
        }
        Set<String> codes = new TreeSet<>(done.keySet());
        portals.values().forEach(portal -> codes.add(portal.getCode()));
        healths.values().forEach(health -> codes.add(health.getPortalCode()));
        for (String code : codes) {
            Optional<PortalHealth> health = healths.get(code);
            Finding finding = find(code, health);
            if (finding != Finding.UNKNOWN && finding != done.get(code)) {
                act(code, finding, health);
                done.put(code, finding);
            }
        }
    }

    private Finding find(String code, Optional<PortalHealth> health) {
        Optional<Portal> portal = portals.get(code);
        if (portal.isEmpty()) {
            return Finding.UNCONFIGURED;
        }
        if (!portal.get().getActive()) {
            return health.isPresent() ? Finding.TAKEN_DOWN : Finding.LEFT;
        }
        if (hearing.isSilent(code)) {
            return Finding.SILENT;
        }
        if (health.isEmpty() || !hearing.isAlive(code)) {
            return Finding.UNKNOWN;
        }
        return health.get().getState() == PortalState.WATCHING ? Finding.WATCHING : Finding.HEARD;
    }

    private void act(String code, Finding finding, Optional<PortalHealth> health) {
        switch (finding) {
            case SILENT -> {
                LOG.warnf("Portal %s is not heard of", code);
                following.silent(code, silentSince(health));
            }
            case WATCHING -> following.over(code, health.map(this::heardAt).orElseGet(clock::instant));
            case TAKEN_DOWN, LEFT -> following.takenDown(code, clock.instant());
            case UNCONFIGURED -> following.over(code, clock.instant());
            case HEARD, UNKNOWN -> {}
        }
    }

    /** When the first report that is missing was due, on the gate's clock: the same for every instance. */
    private Instant silentSince(Optional<PortalHealth> last) {
        Instant now = clock.instant();
        return last.map(health -> Micros.toInstant(health.getReportedAtUs()).plus(HealthPulse.EVERY))
                .filter(due -> due.isBefore(now))
                .orElse(now);
    }

    /** A bridge that was cut off has watched all along; heard was that at this moment. */
    private Instant heardAt(PortalHealth health) {
        return Micros.toInstant(health.getReportedAtUs());
    }
}
