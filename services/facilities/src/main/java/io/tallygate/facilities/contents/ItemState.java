package io.tallygate.facilities.contents;

/** Where an item is, as far as custody knows. */
public enum ItemState {
    IN_PLACE,
    OUT_UNDER_PERMIT,
    MISSING,
    /** Given away: no longer anything's content. */
    DISPOSED,
    /** No longer anything's content. */
    DESTROYED
}
