package io.tallygate.carriers.exitpermit.domain;

/** What happened to a permit, as its register entry says. */
public enum PermitChange {
    REQUESTED,
    APPROVED_ONCE,
    ACTIVATED,
    REJECTED,
    REVOKED,
    EXPIRED,
    CLOSED;

    /** What a decision that led to {@code state} was. */
    public static PermitChange ofDecision(PermitState state) {
        return switch (state) {
            case PENDING -> APPROVED_ONCE;
            case ACTIVE -> ACTIVATED;
            case REJECTED -> REJECTED;
            case REVOKED, EXPIRED, CLOSED -> throw new IllegalArgumentException("No decision leads to " + state);
        };
    }
}
