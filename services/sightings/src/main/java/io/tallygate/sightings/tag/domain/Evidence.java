package io.tallygate.sightings.tag.domain;

import java.util.List;

/**
 * What the gate's decision on a crossing rests on.
 *
 * @param ruleVersion the rule and its thresholds
 * @param confidence 0.5 (a coin) to 1 (certain)
 * @param reads in the order of time
 * @param figures in the order of the rule; empty where the gate was cut off before it told them
 */
public record Evidence(String ruleVersion, double confidence, List<Sight> reads, List<Figure> figures) {

    public Evidence {
        reads = List.copyOf(reads);
        figures = List.copyOf(figures);
    }

    /**
     * One of the numbers.
     *
     * @param name what it is, with its unit at the end, e.g. {@code swing_db}
     * @param value finite
     */
    public record Figure(String name, double value) {}
}
