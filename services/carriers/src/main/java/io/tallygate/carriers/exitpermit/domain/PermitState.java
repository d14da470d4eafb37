package io.tallygate.carriers.exitpermit.domain;

/** The name of an {@link ExitPermit}'s state, for the database and for clients. */
public enum PermitState {
    PENDING,
    ACTIVE,
    REJECTED,
    REVOKED,
    EXPIRED,
    CLOSED
}
