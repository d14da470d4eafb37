package io.tallygate.carriers.custody.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.carriers.custody.application.FollowingTheGates;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what the gates saw; crossings of tags that are on no item are counted only. */
@ApplicationScoped
class CrossingsConsumer {

    private final FollowingTheGates following;
    private final Intake<Crossing> intake;
    private final Counter ofNoItem;

    CrossingsConsumer(FollowingTheGates following, MeterRegistry metrics) {
        this.following = following;
        this.intake = new Intake<>(Topic.RFID_CROSSINGS, Crossing.parser(), metrics);
        this.ofNoItem = metrics.counter("tallygate.crossings.of.no.item");
    }

    @Incoming("crossings")
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.read(List.of(record)).forEach(this::apply);
    }

    private void apply(Crossing message) {
        try {
            io.tallygate.carriers.custody.domain.Crossing crossing = CrossingMessages.read(message);
            intake.untilDone(() -> {
                if (!following.follow(crossing)) {
                    ofNoItem.increment();
                }
            });
        } catch (SenselessMessageException e) {
            intake.skip("crossing '" + message.getCrossingId() + "'", String.valueOf(e.getMessage()));
        }
    }
}
