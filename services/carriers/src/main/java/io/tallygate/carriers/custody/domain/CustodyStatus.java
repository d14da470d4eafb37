package io.tallygate.carriers.custody.domain;

/** The name of a {@link CustodyState}, for the database and for clients. */
public enum CustodyStatus {
    IN_PLACE,
    OUT_UNDER_PERMIT,
    MISSING,
    DISPOSED,
    DESTROYED
}
