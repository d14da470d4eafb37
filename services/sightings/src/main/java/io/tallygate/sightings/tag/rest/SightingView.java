package io.tallygate.sightings.tag.rest;

import io.tallygate.commons.time.Micros;
import io.tallygate.sightings.tag.domain.Passage;
import io.tallygate.sightings.tag.domain.Sighting;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visit of the tag at a portal (READ), or its passage through one (CROSSING, a moment with a direction). */
@Schema(requiredProperties = {"kind", "portalCode", "firstSeenAt", "lastSeenAt", "reads"})
public record SightingView(
        Sighting.Kind kind,
        String portalCode,
        @Nullable String roomCode,
        Instant firstSeenAt,
        Instant lastSeenAt,
        long reads,
        Passage.@Nullable Direction direction) {

    static SightingView of(Sighting sighting) {
        return new SightingView(
                sighting.kind(),
                sighting.portalCode(),
                sighting.roomCode(),
                Micros.toInstant(sighting.firstSeenUs()),
                Micros.toInstant(sighting.lastSeenUs()),
                sighting.reads(),
                sighting.direction());
    }
}
