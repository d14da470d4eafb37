package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.identity.Level;

/** Which levels make a device a classified one 涉密 (K1). */
public final class Classification {

    private static final Level LOWEST = Level.CONFIDENTIAL;

    private Classification() {}

    public static boolean classified(Level level) {
        return !LOWEST.above(level);
    }

    /** The lowest level that is classified. */
    public static Level lowest() {
        return LOWEST;
    }
}
