package io.tallygate.facilities.portal.domain;

/**
 * An antenna of a reader.
 *
 * @param id its port on the reader, from 1
 */
public record Antenna(int id, Zone zone) {}
