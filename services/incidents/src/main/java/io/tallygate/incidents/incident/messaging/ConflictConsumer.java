package io.tallygate.incidents.incident.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tallygate.commons.kafka.Intake;
import io.tallygate.commons.time.Micros;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.sightings.v1.Sight;
import io.tallygate.contracts.sightings.v1.TagConflict;
import io.tallygate.incidents.incident.application.FollowingConflicts;
import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.EvidenceRead;
import io.tallygate.incidents.incident.domain.LedgerItem;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Follows which EPCs are at two places at once. */
@ApplicationScoped
public class ConflictConsumer {

    private static final int PLACES = 2;

    private final FollowingConflicts following;
    private final Intake<TagConflict> intake;

    ConflictConsumer(FollowingConflicts following, MeterRegistry meters) {
        this.following = following;
        this.intake = new Intake<>(Topic.SIGHTINGS_CONFLICTS, TagConflict.parser(), meters);
    }

    @Incoming("conflicts")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        for (TagConflict conflict : intake.read(records)) {
            if (conflict.getEpc().isEmpty() || conflict.getSightsCount() != PLACES) {
                intake.skip("a conflict of '" + conflict.getEpc() + "'", "without its EPC or its two places");
            } else {
                intake.untilDone(() -> following.follow(cause(conflict)));
            }
        }
    }

    private static Cause.DuplicateTag cause(TagConflict conflict) {
        Sight second = conflict.getSights(PLACES - 1);
        return new Cause.DuplicateTag(
                second.getPortalCode(),
                conflict.getEpc(),
                item(conflict),
                Micros.toInstant(second.getSeenAtUs()),
                conflict.getSightsList().stream()
                        .map(sight -> new EvidenceRead(
                                sight.getPortalCode(),
                                conflict.getEpc(),
                                sight.getAntenna(),
                                sight.getRssiCentiDbm(),
                                Micros.toInstant(sight.getSeenAtUs()),
                                null))
                        .toList());
    }

    private static @Nullable LedgerItem item(TagConflict conflict) {
        return conflict.getItemId().isEmpty() || conflict.getDepartmentCode().isEmpty()
                ? null
                : new LedgerItem(
                        conflict.getItemId(),
                        conflict.getKind(),
                        conflict.getLevelRank(),
                        conflict.getDepartmentCode());
    }
}
