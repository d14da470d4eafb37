package io.tallygate.commons.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field the JSON path as the client wrote it, e.g. {@code tag.epc}
 * @param code stable, for programs, e.g. {@code UNKNOWN_DEPARTMENT}
 * @param message for people, English; the console has its own words for the codes
 */
public record Violation(String field, String code, String message) {}
