package io.tallygate.crossing;

import java.util.List;

/**
 * A tag went through the portal.
 *
 * @param decidedAtUs time of the read that settled it, on the clock of the reads
 * @param confidence 0.5 (a coin) to 1 (certain)
 * @param evidence the reads it rests on, oldest first; never empty
 * @param ruleVersion the rule and its thresholds, so that a verdict can be explained and replayed later
 */
public record Crossing(
        Epc epc,
        Direction direction,
        long decidedAtUs,
        double confidence,
        List<TagObservation> evidence,
        String ruleVersion) {

    public Crossing {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a crossing rests on reads");
        }
    }
}
