package io.tallygate.sightings.tag.rest;

import io.tallygate.commons.time.Micros;
import io.tallygate.sightings.tag.domain.Passage;
import io.tallygate.sightings.tag.domain.Sighting;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the tag was last; {@code direction} and {@code roomCode} only where it crossed. */
@Schema(requiredProperties = {"portalCode", "at", "kind"})
public record LastPlaceView(
        String portalCode,
        @Nullable String roomCode,
        @Nullable Integer antenna,
        Instant at,
        Sighting.Kind kind,
        Passage.@Nullable Direction direction) {

    static LastPlaceView of(Sighting last) {
        return new LastPlaceView(
                last.portalCode(),
                last.roomCode(),
                last.antenna(),
                Micros.toInstant(last.lastSeenUs()),
                last.kind(),
                last.direction());
    }
}
