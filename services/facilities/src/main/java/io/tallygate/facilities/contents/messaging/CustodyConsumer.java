package io.tallygate.facilities.contents.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.facilities.contents.ContentsProjection;
import io.tallygate.facilities.contents.ItemCustody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the custody of every item, a poll's worth in one transaction. */
@ApplicationScoped
public class CustodyConsumer {

    private final ContentsProjection projection;
    private final Intake<Custody> intake;

    CustodyConsumer(ContentsProjection projection, MeterRegistry meters) {
        this.projection = projection;
        this.intake = new Intake<>(Topic.LEDGER_CUSTODY, Custody.parser(), meters);
    }

    @Incoming("custody")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<ItemCustody> custodies = new ArrayList<>();
        for (Custody custody : intake.read(records)) {
            Optional<ItemCustody> read = CustodyMapper.read(custody);
            read.ifPresentOrElse(
                    custodies::add,
                    () -> intake.skip(
                            "custody of '" + custody.getItemId() + "'", "its id, level, state or text is not one"));
        }
        if (!custodies.isEmpty()) {
            intake.untilDone(() -> projection.take(custodies));
        }
    }
}
