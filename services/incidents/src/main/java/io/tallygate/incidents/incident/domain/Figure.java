package io.tallygate.incidents.incident.domain;

/**
 * A number that the gate's decision rests on.
 *
 * @param name what it is, with its unit at the end, e.g. {@code swing_db}; which there are is the rule version's to say
 * @param value finite
 */
public record Figure(String name, double value) {}
