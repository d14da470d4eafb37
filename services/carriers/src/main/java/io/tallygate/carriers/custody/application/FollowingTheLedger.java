package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.Custody;
import io.tallygate.carriers.custody.domain.CustodyState;
import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.custody.domain.Tag;
import io.tallygate.commons.identity.Scope;
import io.tallygate.relational.ScopeBinding;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Opens and changes custody as the ledger that owns the items says. */
@Singleton
public class FollowingTheLedger {

    private final ScopeBinding binding;
    private final AppliedEvents applied;
    private final Custodies custodies;
    private final CustodyJournal journal;
    private final Event<CustodyMoved> moved;

    FollowingTheLedger(
            ScopeBinding binding,
            AppliedEvents applied,
            Custodies custodies,
            CustodyJournal journal,
            Event<CustodyMoved> moved) {
        this.binding = binding;
        this.applied = applied;
        this.custodies = custodies;
        this.journal = journal;
        this.moved = moved;
    }

    /** Applies the entries that were not applied before, all or none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void follow(String register, List<LedgerEntry> entries) {
        binding.bind(Scope.everything());
        long last = applied.lastPosition(register);
        for (LedgerEntry entry : entries) {
            if (entry.position() > last) {
                entry.change().ifPresent(change -> apply(entry, change));
                last = entry.position();
            }
        }
        applied.advance(register, last);
    }

    private void apply(LedgerEntry entry, LedgerEntry.Change change) {
        Item item = change.item();
        freeTag(item, entry);
        Optional<Custody> known = custodies.forChange(item.id());
        if (known.isEmpty()) {
            Custody opened = Custody.open(item, change.standing(), entry.recordedAt());
            custodies.save(opened);
            journal.opened(opened, entry.actor());
            return;
        }
        Custody before = known.get();
        Custody after = before.follow(item, change.standing(), entry.recordedAt());
        if (!after.equals(before)) {
            change(before, after, entry, reason(before.state(), after.state()));
        }
    }

    /** A tag is on one item: what the ledger said last holds, whoever had it before has it no more. */
    private void freeTag(Item item, LedgerEntry entry) {
        Tag tag = item.tag();
        if (tag == null) {
            return;
        }
        custodies
                .holderOf(tag.epc())
                .filter(holder -> !holder.item().id().equals(item.id()))
                .ifPresent(holder -> change(holder, holder.withoutTag(), entry, "TAG_MOVED"));
    }

    private void change(Custody before, Custody after, LedgerEntry entry, String reason) {
        custodies.save(after);
        journal.changed(before, after, entry.actor(), reason);
        moved.fire(new CustodyMoved(before, after, entry.recordedAt()));
    }

    private static String reason(CustodyState before, CustodyState after) {
        if (before.equals(after)) {
            return "LEDGER_CHANGED";
        }
        return switch (after) {
            case CustodyState.InPlace here -> "REINSTATED";
            case CustodyState.Disposed disposed -> "DISPOSED";
            case CustodyState.Destroyed destroyed -> "DESTROYED";
            case CustodyState.OutUnderPermit out -> throw noLedgerMoves(out);
            case CustodyState.Missing missing -> throw noLedgerMoves(missing);
        };
    }

    private static IllegalStateException noLedgerMoves(CustodyState state) {
        return new IllegalStateException("A ledger does not move an item through a gate: " + state.status());
    }
}
