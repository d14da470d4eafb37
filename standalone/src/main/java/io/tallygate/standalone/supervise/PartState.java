package io.tallygate.standalone.supervise;

import java.util.Locale;

/** Where a part stands. */
public enum PartState {
    /** For the parts it needs. */
    WAITING,
    STARTING,
    READY,
    /** A task that has ended well. */
    DONE,
    /** Ended by itself; to be started again. */
    RESTARTING,
    /** Did not come up. */
    FAILED,
    /** On demand. */
    STOPPED;

    /** Whether the stack can count on it. */
    public boolean good() {
        return this == READY || this == DONE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
