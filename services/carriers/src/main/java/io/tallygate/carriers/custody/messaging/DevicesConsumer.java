package io.tallygate.carriers.custody.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.carriers.custody.application.FollowingTheLedger;
import io.tallygate.carriers.custody.application.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the devices' register, a poll's worth of entries in one transaction: an import brings them by the ten thousand. */
@ApplicationScoped
class DevicesConsumer {

    private static final String REGISTER = "devices";

    private final FollowingTheLedger following;
    private final Persistently persistently;
    private final PoisonRecords poison;

    DevicesConsumer(FollowingTheLedger following, Persistently persistently, PoisonRecords poison) {
        this.following = following;
        this.persistently = persistently;
        this.poison = poison;
    }

    @Incoming("devices-register")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                entries.add(DeviceMessages.read(record.value()));
            } catch (UnreadableRecordException e) {
                poison.passOver(record, e);
            }
        }
        persistently.run("Entries of the devices' register", () -> {
            following.follow(REGISTER, entries);
            return true;
        });
    }
}
