package io.tallygate.sightings.tag.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Place;
import io.tallygate.sightings.tag.domain.Read;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.domain.Visit;
import io.tallygate.sightings.tag.domain.VisitLog;
import io.tallygate.sightings.tag.persistence.SightingStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Folds reads into visits, and looks for tags that are at two places at once (G1: a copied tag must not leave unseen). */
@ApplicationScoped
public class ReadConsumer {

    private final SightingStore store;
    private final ConflictPublisher conflicts;
    private final Intake<ReadBatch> intake;

    ReadConsumer(SightingStore store, ConflictPublisher conflicts, MeterRegistry meters) {
        this.store = store;
        this.conflicts = conflicts;
        this.intake = new Intake<>(Topic.RFID_READS, ReadBatch.parser(), meters);
    }

    @Incoming("reads")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        List<Read> reads = new ArrayList<>();
        intake.read(records).forEach(batch -> collect(batch, reads));
        if (!reads.isEmpty()) {
            intake.untilDone(() -> keep(reads));
        }
    }

    private void keep(List<Read> reads) {
        Map<Epc, Tag> known = store.tags(reads.stream().map(Read::epc).collect(Collectors.toSet()));
        conflicts.look(known, reads);
        Map<Place, Visit> newest = known.values().stream()
                .flatMap(tag -> tag.visits().values().stream())
                .collect(Collectors.toMap(Visit::place, Function.identity()));
        store.keepVisits(VisitLog.fold(newest, reads), known);
    }

    private void collect(ReadBatch batch, List<Read> into) {
        if (batch.getPortalCode().isEmpty()) {
            intake.skip("batch " + batch.getSequence(), "reads of no portal");
            return;
        }
        for (TagRead read : batch.getReadsList()) {
            Epc.parse(read.getEpc())
                    .ifPresentOrElse(
                            epc -> into.add(read(batch, epc, read)),
                            () -> intake.skip("a read in batch " + batch.getSequence(), "its EPC is none"));
        }
    }

    /** Nothing is seen after it was received: a reader's clock that runs ahead must not hide what comes later. */
    private static Read read(ReadBatch batch, Epc epc, TagRead read) {
        long receivedAt = batch.getReceivedAtUs();
        long seenAt = receivedAt > 0 ? Math.min(read.getSeenAtUs(), receivedAt) : read.getSeenAtUs();
        return new Read(
                epc,
                batch.getPortalCode(),
                read.getAntenna(),
                read.getRssiCentiDbm(),
                seenAt,
                Math.max(1, read.getCount()));
    }
}
