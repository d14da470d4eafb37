package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Shows permits all of whose items the asker may see (K3). */
@Singleton
public class ReadingExitPermits {

    private final ScopeBinding binding;
    private final ExitPermitList list;
    private final Clock clock;

    ReadingExitPermits(ScopeBinding binding, ExitPermitList list, Clock clock) {
        this.binding = binding;
        this.list = list;
        this.clock = clock;
    }

    /** 404 for what is not there and for what the scope does not cover. */
    @Transactional
    public Outcome<PermitReading> one(PermitId id, Scope scope) {
        binding.bind(scope);
        return list.one(id, scope, clock.instant())
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }

    @Transactional
    public Page<PermitReading> page(PermitFilter filter, Scope scope) {
        binding.bind(scope);
        return list.page(filter, scope, clock.instant());
    }
}
