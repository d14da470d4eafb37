package io.tallygate.incidents.incident.rest;

import io.tallygate.incidents.incident.domain.Cause;
import io.tallygate.incidents.incident.domain.Chip;
import io.tallygate.incidents.incident.domain.Direction;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The crossing as it was judged at the gate.
 *
 * @param tid the chip read at the gate, upper-case hex; absent while none was
 * @param tidReadAt when it was read, where that was after the verdict; absent where the verdict knew it
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
        @Nullable String tid,
        @Nullable Instant tidReadAt,
        List<FigureView> figures) {

    // Only an alarm opens an incident.
    private static final String VERDICT = "ALARM";

    static CrossingView of(Cause.AlarmedCrossing crossing) {
        Chip chip = crossing.chip();
        return new CrossingView(
                crossing.direction(),
                crossing.decidedAt(),
                VERDICT,
                crossing.reason(),
                crossing.confidence(),
                crossing.ruleVersion(),
                chip == null ? null : chip.tid(),
                chip == null ? null : chip.readAt(),
                crossing.figures().stream().map(FigureView::of).toList());
    }
}
