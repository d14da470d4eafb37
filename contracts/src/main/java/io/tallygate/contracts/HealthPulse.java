package io.tallygate.contracts;

import java.time.Duration;

/** What a bridge and those who listen to it on {@link Topic#RFID_HEALTH} agree on, so that a dead bridge is noticed. */
public final class HealthPulse {

    /** A bridge tells of each of its portals at least this often. */
    public static final Duration EVERY = Duration.ofSeconds(2);

    /** A portal that nothing was heard of for this long is blind. Two reports may be lost, or all be late by five seconds. */
    public static final Duration SILENT_AFTER = Duration.ofSeconds(7);

    /** Why such a portal is blind, in the same place as a bridge's own reasons. */
    public static final String SILENT = "BRIDGE_SILENT";

    private HealthPulse() {}
}
