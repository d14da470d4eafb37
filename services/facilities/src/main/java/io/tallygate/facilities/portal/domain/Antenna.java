package io.tallygate.facilities.portal.domain;

import org.jspecify.annotations.Nullable;

/**
 * An antenna of a reader.
 *
 * @param id its port on the reader, from 1
 * @param strayDbm reads weaker than this, after the offset, are those of stray tags; null for no such level
 * @param offsetDb added to the strength of its reads; null for nothing
 * @param transmitPowerDbm the strongest power it may send with; null for the reader's
 */
public record Antenna(
        int id,
        Zone zone,
        @Nullable Double strayDbm,
        @Nullable Double offsetDb,
        @Nullable Double transmitPowerDbm) {}
