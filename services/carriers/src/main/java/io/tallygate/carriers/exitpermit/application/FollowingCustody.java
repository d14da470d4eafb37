package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.custody.application.CustodyMoved;
import io.tallygate.carriers.custody.domain.CustodyState;
import io.tallygate.carriers.custody.domain.CustodyState.OutUnderPermit;
import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.exitpermit.domain.ActivePermit;
import io.tallygate.carriers.exitpermit.domain.EndedPermit;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PermitChange;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.commons.identity.Scope;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Keeps on each permit what left under it and what is back; closes it when everything is. Runs in custody's transaction. */
@Singleton
class FollowingCustody {

    private final ExitPermits permits;
    private final PermitJournal journal;
    private final Clock clock;

    FollowingCustody(ExitPermits permits, PermitJournal journal, Clock clock) {
        this.permits = permits;
        this.journal = journal;
        this.clock = clock;
    }

    void custodyMoved(@Observes CustodyMoved moved) {
        Item before = moved.before().item();
        Item after = moved.after().item();
        if (before.level() != after.level() || !before.departmentCode().equals(after.departmentCode())) {
            permits.rescope(after);
        }
        CustodyState state = moved.after().state();
        if (!state.equals(moved.before().state())) {
            follow(after.id(), state, moved.at());
        }
    }

    private void follow(ItemId item, CustodyState state, Instant at) {
        switch (state) {
            case OutUnderPermit out -> left(item, out, at);
            case CustodyState.InPlace here ->
                permits.underWhichIsOut(item).forEach(permit -> cameBack(permit, item, at));
            case CustodyState.Missing missing -> {
                // It may have left under a permit before; that it came back is yet to be seen.
            }
            case CustodyState.Disposed disposed -> {
                // Its permits run out by themselves, and the gates do not let it pass.
            }
            case CustodyState.Destroyed destroyed -> {
                // As above.
            }
        }
    }

    private void left(ItemId item, OutUnderPermit out, Instant at) {
        permits.forChange(out.permit(), Scope.everything()).ifPresent(permit -> {
            if (permit.asOf(clock.instant()) instanceof ActivePermit active) {
                permits.save(active.left(item, at));
            }
        });
    }

    private void cameBack(ActivePermit permit, ItemId item, Instant at) {
        if (!(permit.asOf(clock.instant()) instanceof ActivePermit active)) {
            return;
        }
        ExitPermit now = active.cameBack(item, at);
        permits.save(now);
        if (now instanceof EndedPermit) {
            journal.changed(now, PermitChange.CLOSED, PermitJournal.SYSTEM, "");
        }
    }
}
