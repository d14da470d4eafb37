package io.tallygate.crossing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tag went through the portal.
 *
 * @param decidedAtUs time of the read that settled it, on the clock of the reads
 * @param confidence 0.5 (a coin) to 1 (certain)
 * @param evidence the reads it rests on, oldest first; never empty
 * @param ruleVersion the rule and its thresholds, so that a verdict can be explained and replayed later
 * @param figures the numbers it rests on, by name with the unit at its end ({@code swing_db}, {@code position_m}), in a fixed order
 */
public record Crossing(
        Epc epc,
        Direction direction,
        long decidedAtUs,
        double confidence,
        List<TagObservation> evidence,
        String ruleVersion,
        Map<String, Double> figures) {

    public Crossing {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a crossing rests on reads");
        }
        // Not Map.copyOf: that would shuffle them from run to run.
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
