package io.tallygate.sightings.tag.domain;

/**
 * One EPC at two portals, sooner than anybody walks from one to the other: two tags bear it.
 *
 * @param tag as it was known when the later sight came
 */
public record Conflict(Tag tag, Sight earlier, Sight later) {}
