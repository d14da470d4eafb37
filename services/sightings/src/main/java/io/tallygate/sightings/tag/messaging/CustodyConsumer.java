package io.tallygate.sightings.tag.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Holding;
import io.tallygate.sightings.tag.persistence.HoldingStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows which item a tag is on, and who may see that item. */
@ApplicationScoped
public class CustodyConsumer {

    private final HoldingStore store;
    private final Intake<Custody> intake;

    CustodyConsumer(HoldingStore store, MeterRegistry meters) {
        this.store = store;
        this.intake = new Intake<>(Topic.LEDGER_CUSTODY, Custody.parser(), meters);
    }

    @Incoming("custody")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<Holding> holdings = new ArrayList<>();
        for (Custody custody : intake.read(records)) {
            if (custody.getItemId().isEmpty() || custody.getDepartmentCode().isEmpty()) {
                intake.skip("custody of '" + custody.getItemId() + "'", "without its item or department");
            } else {
                holdings.add(holding(custody));
            }
        }
        if (!holdings.isEmpty()) {
            intake.untilDone(() -> store.keep(holdings));
        }
    }

    private static Holding holding(Custody custody) {
        return new Holding(
                custody.getItemId(),
                Epc.parse(custody.getEpc()),
                custody.getKind(),
                custody.getDepartmentCode(),
                custody.getLevelRank(),
                custody.getVersion());
    }
}
