package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.Crossing;
import io.tallygate.carriers.custody.domain.CrossingRules;
import io.tallygate.carriers.custody.domain.Custody;
import io.tallygate.carriers.custody.domain.Movement;
import io.tallygate.commons.identity.Scope;
import io.tallygate.relational.ScopeBinding;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Moves custody as the gates saw the items move: each crossing once, none that is older than what is known already. */
@Singleton
public class FollowingTheGates {

    private final ScopeBinding binding;
    private final AppliedEvents applied;
    private final Custodies custodies;
    private final CustodyJournal journal;
    private final PermitLookup permits;
    private final Event<CustodyMoved> moved;

    FollowingTheGates(
            ScopeBinding binding,
            AppliedEvents applied,
            Custodies custodies,
            CustodyJournal journal,
            PermitLookup permits,
            Event<CustodyMoved> moved) {
        this.binding = binding;
        this.applied = applied;
        this.custodies = custodies;
        this.journal = journal;
        this.permits = permits;
        this.moved = moved;
    }

    /** False when the tag is on no item that custody knows: nothing to move. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean follow(Crossing crossing) {
        binding.bind(Scope.everything());
        Optional<Custody> known = find(crossing);
        known.filter(custody -> applied.recordFirst(crossing, custody.item().id()))
                .ifPresent(custody -> apply(custody, crossing));
        return known.isPresent();
    }

    /** The gate may have known the item when the tag was on it, or not have known it yet while the ledger did. */
    private Optional<Custody> find(Crossing crossing) {
        return crossing.item().flatMap(custodies::forChange).or(() -> custodies.holderOf(crossing.epc()));
    }

    private void apply(Custody before, Crossing crossing) {
        if (before.isNewerThan(crossing.at())) {
            journal.noted(before, crossing, "LATE");
            return;
        }
        Movement movement = CrossingRules.read(
                crossing, () -> permits.covering(before.item().id(), crossing.portal(), crossing.at()));
        Custody after = before.move(movement, crossing.portal(), crossing.at());
        if (after.equals(before)) {
            journal.noted(before, crossing, "NO_CHANGE");
            return;
        }
        custodies.save(after);
        journal.moved(before, after, crossing);
        moved.fire(new CustodyMoved(before, after, crossing.at()));
    }
}
