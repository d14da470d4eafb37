package io.tallygate.incidents.incident.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.PortalHealth;
import io.tallygate.contracts.rfid.v1.PortalState;
import io.tallygate.incidents.incident.application.FollowingHorns;
import io.tallygate.incidents.incident.application.FollowingPortalHealth;
import io.tallygate.incidents.incident.application.HornReport;
import io.tallygate.incidents.incident.application.HornReport.Fault;
import io.tallygate.incidents.incident.application.PortalReport;
import io.tallygate.incidents.incident.application.PortalReport.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what the bridges say of their portals. */
@ApplicationScoped
public class HealthConsumer {

    /** Warnings of a bridge that mean that an alarm is not heard at the door. */
    private static final Set<String> MUTE = Set.of("HORN_SILENT", "ALARM_OUTPUT_FAULT");

    private final FollowingPortalHealth following;
    private final FollowingHorns horns;
    private final Intake<PortalHealth> intake;

    HealthConsumer(FollowingPortalHealth following, FollowingHorns horns, MeterRegistry meters) {
        this.following = following;
        this.horns = horns;
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
                horn(health).ifPresent(report -> intake.untilDone(() -> horns.follow(report)));
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

    /** Of a horn whose reader is away, or that was just connected, silence says nothing. */
    private static Optional<HornReport> horn(PortalHealth health) {
        List<Fault> faults = health.getWarningsList().stream()
                .filter(warning -> MUTE.contains(warning.getCode()))
                .map(warning -> new Fault(warning.getCode(), Micros.toInstant(warning.getSinceUs())))
                .sorted(Comparator.comparing(Fault::since).thenComparing(Fault::code))
                .toList();
        return faults.isEmpty() && health.getState() != PortalState.WATCHING
                ? Optional.empty()
                : Optional.of(
                        new HornReport(health.getPortalCode(), faults, Micros.toInstant(health.getReportedAtUs())));
    }
}
