package io.tallygate.sightings.tag.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.Crossing;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Passage;
import io.tallygate.sightings.tag.domain.Sighting;
import io.tallygate.sightings.tag.persistence.SightingStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps every crossing, whatever its verdict. */
@ApplicationScoped
public class CrossingConsumer {

    private final SightingStore store;
    private final Intake<Crossing> intake;

    CrossingConsumer(SightingStore store, MeterRegistry meters) {
        this.store = store;
        this.intake = new Intake<>(Topic.RFID_CROSSINGS, Crossing.parser(), meters);
    }

    @Incoming("crossings")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        Map<Sighting, Epc> crossings = new LinkedHashMap<>();
        for (Crossing crossing : intake.read(records)) {
            passage(crossing)
                    .ifPresentOrElse(
                            passage -> crossings.put(Sighting.of(passage), passage.epc()),
                            () -> intake.skip(
                                    "crossing '" + crossing.getCrossingId() + "'", "without its id, portal or EPC"));
        }
        if (!crossings.isEmpty()) {
            intake.untilDone(() -> store.keepCrossings(crossings));
        }
    }

    private static Optional<Passage> passage(Crossing crossing) {
        if (crossing.getCrossingId().isEmpty() || crossing.getPortalCode().isEmpty()) {
            return Optional.empty();
        }
        return Epc.parse(crossing.getEpc())
                .map(epc -> new Passage(
                        crossing.getCrossingId(),
                        epc,
                        crossing.getPortalCode(),
                        crossing.getRoomCode().isEmpty() ? null : crossing.getRoomCode(),
                        antenna(crossing),
                        direction(crossing),
                        crossing.getDecidedAtUs(),
                        EvidenceReading.of(crossing)));
    }

    private static @Nullable Integer antenna(Crossing crossing) {
        int reads = crossing.getEvidenceCount();
        return reads == 0 ? null : crossing.getEvidence(reads - 1).getAntenna();
    }

    private static Passage.Direction direction(Crossing crossing) {
        return switch (crossing.getDirection()) {
            case OUT -> Passage.Direction.OUT;
            case IN -> Passage.Direction.IN;
            case DIRECTION_UNSPECIFIED, UNRECOGNIZED -> Passage.Direction.UNKNOWN;
        };
    }
}
