package io.tallygate.incidents.incident.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.incidents.incident.application.FollowingPortalHealth;
import io.tallygate.incidents.incident.application.PortalReport;
import io.tallygate.incidents.incident.application.PortalReport.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what the bridges say of their portals. */
@ApplicationScoped
public class HealthConsumer {

    private final FollowingPortalHealth following;
    private final Intake<PortalHealth> intake;

    HealthConsumer(FollowingPortalHealth following, MeterRegistry meters) {
        this.following = following;
        this.intake = new Intake<>(Topic.RFID_HEALTH, PortalHealth.parser(), meters);
    }

    @Incoming("health")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        for (PortalHealth health : intake.read(records)) {
            if (health.getPortalCode().isEmpty()) {
                intake.skip("a report", "health of no portal");
            } else {
                intake.untilDone(() -> following.follow(report(health)));
            }
        }
    }

    private static PortalReport report(PortalHealth health) {
        Sight sight =
                switch (health.getState()) {
                    case WATCHING -> Sight.WATCHING;
                    case BLIND -> Sight.BLIND;
                    case CONNECTING, PORTAL_STATE_UNSPECIFIED, UNRECOGNIZED -> Sight.UNSETTLED;
                };
        return new PortalReport(
                health.getPortalCode(), sight, health.getReason(), Micros.toInstant(health.getSinceUs()));
    }
}
