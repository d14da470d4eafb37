package io.tallygate.incidents.incident.rest;

import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Direction;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The crossing as it was judged at the gate. */
@Schema(requiredProperties = {"direction", "decidedAt", "verdict", "reason", "confidence", "ruleVersion"})
public record CrossingView(
        Direction direction, Instant decidedAt, String verdict, String reason, double confidence, String ruleVersion) {

    // Only an alarm opens an incident.
    private static final String VERDICT = "ALARM";

    static CrossingView of(Cause.AlarmedCrossing crossing) {
        return new CrossingView(
                crossing.direction(),
                crossing.decidedAt(),
                VERDICT,
                crossing.reason(),
                crossing.confidence(),
                crossing.ruleVersion());
    }
}
