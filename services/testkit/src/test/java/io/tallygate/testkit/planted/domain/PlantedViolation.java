package io.tallygate.testkit.planted.domain;

import io.tallygate.testkit.planted.rest.PlantedEndpoint;
import jakarta.inject.Inject;
import java.time.Instant;

/** Breaks the rules on purpose, so that the rules themselves are tested. */
public final class PlantedViolation {

    private final PlantedEndpoint endpoint;

    @Inject
    PlantedViolation(PlantedEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    Instant now() {
        return endpoint == null ? Instant.EPOCH : Instant.now();
    }
}
