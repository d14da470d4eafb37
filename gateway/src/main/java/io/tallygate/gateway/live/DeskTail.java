package io.tallygate.gateway.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tallygate.commons.kafka.TopicReplica;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Desk;
import io.tallygate.contracts.rfid.v1.DeskSight;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which desks there are and what lies on them. */
@Singleton
class DeskTail {

    /** A bridge tells of every desk each five seconds; three times in vain and nobody watches it. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String bootstrapServers;
    private final TopicReplica<Desk> desks = new TopicReplica<>(Topic.FACILITIES_DESKS, Desk.parser());
    private final TopicReplica<DeskSight> sights;
    /** When each desk was last told of, by our clock: the bridge's may be another. */
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();

    private final Clock clock = Clock.systemUTC();

    DeskTail(@ConfigProperty(name = "tallygate.kafka.bootstrap-servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.sights =
                new TopicReplica<>(Topic.RFID_DESKS, DeskSight.parser(), (before, now) -> now.ifPresent(this::hear));
    }

    void start(@Observes StartupEvent event) {
        desks.start(bootstrapServers);
        sights.start(bootstrapServers);
    }

    void stop(@Observes ShutdownEvent event) {
        desks.close();
        sights.close();
    }

    private void hear(DeskSight sight) {
        // What was in the topic before may be of yesterday, and must not be shown as lying there.
        if (sights.caughtUp()) {
            heard.put(sight.getDeskCode(), clock.instant());
        }
    }

    boolean has(String code) {
        return desks.get(code).isPresent();
    }

    /** What was told of the desk, unless nobody tells any more. */
    Optional<DeskSight> sight(String code) {
        Instant last = heard.get(code);
        return last == null || Duration.between(last, clock.instant()).compareTo(PATIENCE) > 0
                ? Optional.empty()
                : sights.get(code);
    }
}
