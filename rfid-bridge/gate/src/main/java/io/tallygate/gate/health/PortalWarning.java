package io.tallygate.gate.health;

import java.time.Instant;

/**
 * Something that is wrong with a portal without blinding it.
 *
 * @param code stable
 * @param detail one line for people: the rejected parameter, the reader's own words
 */
public record PortalWarning(String code, String detail, Instant since) {}
