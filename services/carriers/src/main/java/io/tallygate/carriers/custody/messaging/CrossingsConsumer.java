package io.tallygate.carriers.custody.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.carriers.custody.application.FollowingTheGates;
import io.tallygate.carriers.custody.domain.Crossing;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what the gates saw; crossings of tags that are on no item are counted only. */
@ApplicationScoped
class CrossingsConsumer {

    private final FollowingTheGates following;
    private final Persistently persistently;
    private final PoisonRecords poison;
    private final Counter ofNoItem;

    CrossingsConsumer(
            FollowingTheGates following, Persistently persistently, PoisonRecords poison, MeterRegistry metrics) {
        this.following = following;
        this.persistently = persistently;
        this.poison = poison;
        this.ofNoItem = metrics.counter("tallygate.crossings.of.no.item");
    }

    @Incoming("crossings")
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        try {
            Crossing crossing = CrossingMessages.read(record.value());
            if (!persistently.run("Crossing " + crossing.id(), () -> following.follow(crossing))) {
                ofNoItem.increment();
            }
        } catch (UnreadableRecordException e) {
            poison.passOver(record, e);
        }
    }
}
