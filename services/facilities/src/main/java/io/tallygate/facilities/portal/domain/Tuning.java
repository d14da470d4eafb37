package io.tallygate.facilities.portal.domain;

import org.jspecify.annotations.Nullable;

/**
 * How the gate's crossing detector is tuned at a portal; null leaves a figure as the gate's standard has it. What is tuned at an antenna
 * stands with the {@link Antenna}.
 *
 * @param certainty probability of having crossed that makes a crossing
 * @param leadMetres how far before the line a carrier that keeps walking counts as crossing
 * @param fadeDb spread of the strength of a moving tag
 * @param leastSwingDb how far the balance of the zones must have swung towards the side the tag goes to
 */
public record Tuning(
        @Nullable Double certainty,
        @Nullable Double leadMetres,
        @Nullable Double fadeDb,
        @Nullable Double leastSwingDb) {

    /** Nothing is tuned. */
    public static final Tuning STANDARD = new Tuning(null, null, null, null);
}
