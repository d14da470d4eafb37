package io.tallygate.carriers.exitpermit.domain;

import java.time.Instant;

/** Nothing leaves under it any more, and nothing changes it. */
public record EndedPermit(PermitFile file, End end) implements ExitPermit {

    @Override
    public PermitState state() {
        return end.state();
    }

    @Override
    public ExitPermit asOf(Instant now) {
        return this;
    }
}
