package io.tallygate.sightings.epcis.rest;

import io.tallygate.commons.time.Micros;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcIdentity;
import io.tallygate.sightings.epcis.domain.BizStep;
import io.tallygate.sightings.epcis.domain.SightedTag;
import io.tallygate.sightings.epcis.rest.QueryDocumentView.EventView;
import io.tallygate.sightings.epcis.rest.QueryDocumentView.PlaceView;
import io.tallygate.sightings.tag.domain.Epc;
import io.tallygate.sightings.tag.domain.Sighting;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sightings as EPCIS events. An event never changes: of a visit that goes on it tells the beginning. */
@Singleton
class EventMapper {

    private final EpcisSettings settings;
    private final SensorMapper sensors;

    EventMapper(EpcisSettings settings) {
        this.settings = settings;
        this.sensors = new SensorMapper(settings);
    }

    EventView view(SightedTag seen, EpcFormat format) {
        Sighting sighting = seen.sighting();
        BizStep step = sighting.direction() == null ? null : BizStep.of(sighting.direction());
        String readPoint = settings.readPointPrefix() + UriPart.encoded(sighting.portalCode());
        return new EventView(
                "ObjectEvent",
                "urn:uuid:" + UUID.nameUUIDFromBytes(sighting.id().getBytes(StandardCharsets.UTF_8)),
                Micros.toInstant(sighting.firstSeenUs()),
                "+00:00",
                Micros.toInstant(seen.recordedAtUs()),
                List.of(name(seen.epc(), format)),
                "OBSERVE",
                step == null ? null : step.bareWord(),
                step == null ? null : step.disposition(),
                new PlaceView(readPoint),
                step == BizStep.ARRIVING ? location(sighting.roomCode()) : null,
                sensors.elements(sighting, readPoint));
    }

    private @Nullable PlaceView location(@Nullable String roomCode) {
        return roomCode == null ? null : new PlaceView(settings.bizLocationPrefix() + UriPart.encoded(roomCode));
    }

    /** A tag of no scheme that is understood has no link; its raw URI is a name all the same. */
    private static String name(Epc epc, EpcFormat format) {
        return switch (format) {
            case URN -> epc.uri();
            case DIGITAL_LINK ->
                EpcCodec.decode(epc.value()).map(EpcIdentity::digitalLink).orElseGet(epc::uri);
        };
    }
}
