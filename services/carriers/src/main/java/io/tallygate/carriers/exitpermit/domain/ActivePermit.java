package io.tallygate.carriers.exitpermit.domain;

import io.tallygate.carriers.identifier.ItemId;
import java.time.Instant;

/** Both posts have approved: in its window, its items may leave through its portals. */
public record ActivePermit(PermitFile file) implements ExitPermit.Live {

    @Override
    public PermitState state() {
        return PermitState.ACTIVE;
    }

    /** The item went out under this permit. */
    public ActivePermit left(ItemId item, Instant at) {
        return new ActivePermit(file.with(item, each -> each.left(at)));
    }

    /** The item is back; the permit closes when with it everything is that ever left, and everything did leave. */
    public ExitPermit cameBack(ItemId item, Instant at) {
        PermitFile now = file.with(item, each -> each.cameBack(at));
        return now.everythingIsBack() ? new EndedPermit(now.nextVersion(), End.CLOSED) : new ActivePermit(now);
    }
}
