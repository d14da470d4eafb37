package io.tallygate.carriers.custody.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.carriers.custody.application.FollowingTheLedger;
import io.tallygate.carriers.custody.application.LedgerEntry;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.register.v1.RegisterEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the devices' register, a poll's worth of entries in one transaction: an import brings them by the ten thousand. */
@ApplicationScoped
class DevicesConsumer {

    private static final String REGISTER = "devices";

    private final FollowingTheLedger following;
    private final Intake<RegisterEntry> intake;

    DevicesConsumer(FollowingTheLedger following, MeterRegistry metrics) {
        this.following = following;
        this.intake = new Intake<>(Topic.DEVICES_REGISTER, RegisterEntry.parser(), metrics);
    }

    @Incoming("devices-register")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (RegisterEntry message : intake.read(records)) {
            try {
                entries.add(DeviceMessages.read(message));
            } catch (SenselessMessageException e) {
                intake.skip("entry " + message.getPosition(), String.valueOf(e.getMessage()));
            }
        }
        intake.untilDone(() -> following.follow(REGISTER, entries));
    }
}
