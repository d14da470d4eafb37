package io.tallygate.sightings.tag.messaging;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.tallygate.contracts.sightings.v1.Sight;
import io.tallygate.contracts.sightings.v1.TagConflict;
import io.tallygate.sightings.tag.domain.Conflict;
import io.tallygate.sightings.tag.domain.ConflictWatch;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Read;
import io.tallygate.sightings.tag.domain.Tag;
import io.tallygate.sightings.tag.domain.TravelRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Channel;

/**
 * Tells {@code sightings.conflicts.v1} of each EPC that is at two places at once, before the reads that prove it are acknowledged. It
 * may tell twice: whoever opens incidents knows which it has opened.
 */
@ApplicationScoped
public class ConflictPublisher {

    private static final int MOST_REMEMBERED = 10_000;

    private final ConflictSettings settings;
    private final ConflictWatch watch;
    private final MutinyEmitter<Record<String, byte[]>> emitter;
    private final Map<Epc, Long> told = new LinkedHashMap<>();

    ConflictPublisher(ConflictSettings settings, @Channel("conflicts") MutinyEmitter<Record<String, byte[]>> emitter) {
        this.settings = settings;
        this.watch = new ConflictWatch(rules(settings));
        this.emitter = emitter;
    }

    /** Looks at a batch of reads; returns when the brokers have what there is to tell. */
    void look(Map<Epc, Tag> known, List<Read> reads) {
        for (Conflict conflict : watch.conflicts(known, reads)) {
            if (isNews(conflict)) {
                emitter.sendAndAwait(Record.of(
                        conflict.tag().epc().value(), message(conflict).toByteArray()));
                remember(conflict);
            }
        }
    }

    private synchronized boolean isNews(Conflict conflict) {
        Long last = told.get(conflict.tag().epc());
        return last == null
                || Math.abs(conflict.later().seenAtUs() - last)
                        >= settings.repeatEvery().toNanos() / 1_000;
    }

    private synchronized void remember(Conflict conflict) {
        told.put(conflict.tag().epc(), conflict.later().seenAtUs());
        if (told.size() > MOST_REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
    }

    private TagConflict message(Conflict conflict) {
        TagConflict.Builder message = TagConflict.newBuilder()
                .setEpc(conflict.tag().epc().value())
                .addSights(message(conflict.earlier()))
                .addSights(message(conflict.later()))
                .setTravelTimeMs(settings.travelTime().toMillis());
        Tag.Item item = conflict.tag().item();
        if (item != null) {
            message.setItemId(item.itemId())
                    .setKind(item.kind())
                    .setLevelRank(item.levelRank())
                    .setDepartmentCode(item.departmentCode());
        }
        return message.build();
    }

    private static Sight message(io.tallygate.sightings.tag.domain.Sight sight) {
        return Sight.newBuilder()
                .setPortalCode(sight.portalCode())
                .setAntenna(sight.antenna())
                .setRssiCentiDbm(sight.rssiCentiDbm())
                .setSeenAtUs(sight.seenAtUs())
                .build();
    }

    private static TravelRules rules(ConflictSettings settings) {
        return new TravelRules(
                settings.travelTime(),
                settings.weakestDbm() * 100,
                settings.neighbours().orElse(Set.of()).stream()
                        .map(ConflictPublisher::pair)
                        .collect(Collectors.toSet()));
    }

    /** @throws IllegalArgumentException at the start of the service, when it is no pair */
    private static Set<String> pair(String text) {
        String[] portals = text.strip().split("~", -1);
        if (portals.length != 2 || portals[0].isBlank() || portals[1].isBlank() || portals[0].equals(portals[1])) {
            throw new IllegalArgumentException(
                    "tallygate.sightings.conflict.neighbours: '" + text + "' is no pair such as P-101~P-102");
        }
        return Set.of(portals[0].strip(), portals[1].strip());
    }
}
