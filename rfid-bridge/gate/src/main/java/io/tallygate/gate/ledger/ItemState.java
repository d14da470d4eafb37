package io.tallygate.gate.ledger;

/** Where the ledger says an item is. */
public enum ItemState {
    IN_PLACE,
    OUT_UNDER_PERMIT,
    MISSING,
    DISPOSED,
    DESTROYED;

    /** Whether an item in this state can no longer exist. */
    public boolean isGone() {
        return this == DISPOSED || this == DESTROYED;
    }
}
