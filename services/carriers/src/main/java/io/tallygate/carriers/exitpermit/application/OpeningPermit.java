package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fetches a permit for somebody who is about to change it. */
@Singleton
class OpeningPermit {

    /** The permit as it is at {@code now}, locked. */
    record Opened(ExitPermit permit, Instant now) {}

    private final ScopeBinding binding;
    private final ExitPermits permits;
    private final Clock clock;

    OpeningPermit(ScopeBinding binding, ExitPermits permits, Clock clock) {
        this.binding = binding;
        this.permits = permits;
        this.clock = clock;
    }

    /** 404 when it is not there for this scope, 412 when it is not at {@code expectedVersion}. */
    Outcome<Opened> open(PermitId id, @Nullable Long expectedVersion, Scope scope) {
        Instant now = clock.instant();
        binding.bind(scope);
        return permits.forChange(id, scope)
                .map(permit -> expectedVersion == null
                                || expectedVersion == permit.file().version()
                        ? Outcome.done(new Opened(permit.asOf(now), now))
                        : Outcome.<Opened>refused(Refusal.staleVersion()))
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }
}
