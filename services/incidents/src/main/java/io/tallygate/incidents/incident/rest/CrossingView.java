package io.tallygate.incidents.incident.rest;

import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Direction;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The crossing as it was judged at the gate.
 *
 * @param figures the numbers it rests on, in the order of the rule; empty where the gate was cut off before it told them
 */
@Schema(requiredProperties = {"direction", "decidedAt", "verdict", "reason", "confidence", "ruleVersion", "figures"})
public record CrossingView(
        Direction direction,
        Instant decidedAt,
        String verdict,
        String reason,
        double confidence,
        String ruleVersion,
        List<FigureView> figures) {

    // Only an alarm opens an incident.
    private static final String VERDICT = "ALARM";

    static CrossingView of(Cause.AlarmedCrossing crossing) {
        return new CrossingView(
                crossing.direction(),
                crossing.decidedAt(),
                VERDICT,
                crossing.reason(),
                crossing.confidence(),
                crossing.ruleVersion(),
                crossing.figures().stream().map(FigureView::of).toList());
    }
}
