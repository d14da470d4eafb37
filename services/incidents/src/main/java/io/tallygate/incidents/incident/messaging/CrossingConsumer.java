package io.tallygate.incidents.incident.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.incidents.incident.application.CompletingIncident;
import io.tallygate.incidents.incident.application.OpeningIncident;
import io.tallygate.incidents.incident.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Opens an incident for each alarmed crossing, and adds the chip that is read later. */
@ApplicationScoped
public class CrossingConsumer {

    private final OpeningIncident opening;
    private final CompletingIncident completing;
    private final Intake<Crossing> intake;

    CrossingConsumer(OpeningIncident opening, CompletingIncident completing, MeterRegistry meters) {
        this.opening = opening;
        this.completing = completing;
        this.intake = new Intake<>(Topic.RFID_CROSSINGS, Crossing.parser(), meters);
    }

    @Incoming("crossings")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        for (Crossing crossing : intake.read(records)) {
            if (crossing.getVerdict() == Verdict.ALARM) {
                open(crossing);
            }
        }
    }

    private void open(Crossing crossing) {
        if (crossing.getCrossingId().isEmpty() || crossing.getPortalCode().isEmpty()) {
            intake.skip("crossing '" + crossing.getCrossingId() + "'", "an alarm without its crossing id or portal");
            return;
        }
        Cause.AlarmedCrossing cause = CrossingMapper.toCause(crossing);
        if (crossing.hasTidReadAtUs()) {
            intake.untilDone(() -> completing.complete(cause));
        } else {
            intake.untilDone(() -> opening.open(cause));
        }
    }
}
