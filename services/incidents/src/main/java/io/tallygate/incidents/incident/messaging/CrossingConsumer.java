package io.tallygate.incidents.incident.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.contracts.rfid.v1.Verdict;
import io.tallygate.incidents.incident.application.OpeningIncident;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Opens an incident for each alarmed crossing. */
@ApplicationScoped
public class CrossingConsumer {

    private final OpeningIncident opening;
    private final Intake<Crossing> intake;

    CrossingConsumer(OpeningIncident opening, MeterRegistry meters) {
        this.opening = opening;
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
        intake.untilDone(() -> opening.open(CrossingMapper.toCause(crossing)));
    }
}
