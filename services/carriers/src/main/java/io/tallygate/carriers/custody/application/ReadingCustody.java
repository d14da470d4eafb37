package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.application.PermitLookup.PermitSummary;
import io.tallygate.carriers.custody.domain.Custody;
import io.tallygate.carriers.custody.domain.CustodyState;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Answers who has what, and where, within the asker's scope (K3). */
@Singleton
public class ReadingCustody {

    /** How many entries of history an answer holds. */
    public static final int HISTORY = 200;

    /** Custody of one item with all that is shown with it. */
    public record Reading(Custody custody, Optional<PermitSummary> permit, List<CustodyHistory.Entry> history) {}

    private final ScopeBinding binding;
    private final Custodies custodies;
    private final CustodyList list;
    private final CustodyHistory history;
    private final PermitLookup permits;

    ReadingCustody(
            ScopeBinding binding, Custodies custodies, CustodyList list, CustodyHistory history, PermitLookup permits) {
        this.binding = binding;
        this.custodies = custodies;
        this.list = list;
        this.history = history;
        this.permits = permits;
    }

    /** 404 for what is not there and for what the scope does not cover. */
    @Transactional
    public Outcome<Reading> item(ItemId item, Scope scope) {
        binding.bind(scope);
        return custodies
                .find(item)
                .filter(custody -> scope.covers(
                        custody.item().departmentCode(), custody.item().level().rank()))
                .map(custody -> Outcome.done(reading(custody)))
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }

    @Transactional
    public Page<CustodyList.Line> page(CustodyFilter filter, Scope scope) {
        binding.bind(scope);
        return list.page(filter, scope);
    }

    private Reading reading(Custody custody) {
        Optional<PermitSummary> permit = custody.state() instanceof CustodyState.OutUnderPermit out
                ? permits.summary(out.permit())
                : Optional.empty();
        return new Reading(custody, permit, history.of(custody.item().id(), HISTORY));
    }
}
