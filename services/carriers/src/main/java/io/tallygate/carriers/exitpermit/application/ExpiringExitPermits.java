package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PermitChange;
import io.tallygate.commons.identity.Scope;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Ends permits whose window has passed. Any number of instances may do it at once: each leaves alone what another has locked.
 */
@Singleton
public class ExpiringExitPermits {

    private static final int BATCH = 100;

    private final ScopeBinding binding;
    private final ExitPermits permits;
    private final PermitJournal journal;
    private final Clock clock;

    ExpiringExitPermits(ScopeBinding binding, ExitPermits permits, PermitJournal journal, Clock clock) {
        this.binding = binding;
        this.permits = permits;
        this.journal = journal;
        this.clock = clock;
    }

    /** Ends some; true when there may be more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean expireSome() {
        binding.bind(Scope.everything());
        List<ExitPermit.Live> overdue = permits.overdue(clock.instant(), BATCH);
        for (ExitPermit.Live permit : overdue) {
            ExitPermit expired = permit.expire();
            permits.save(expired);
            journal.changed(expired, PermitChange.EXPIRED, PermitJournal.SYSTEM, "");
        }
        return overdue.size() == BATCH;
    }
}
