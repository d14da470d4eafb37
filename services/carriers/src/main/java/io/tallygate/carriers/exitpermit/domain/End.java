package io.tallygate.carriers.exitpermit.domain;

/** How a permit ended. */
public enum End {
    REJECTED(PermitState.REJECTED),
    REVOKED(PermitState.REVOKED),
    EXPIRED(PermitState.EXPIRED),
    CLOSED(PermitState.CLOSED);

    private final PermitState state;

    End(PermitState state) {
        this.state = state;
    }

    PermitState state() {
        return state;
    }
}
