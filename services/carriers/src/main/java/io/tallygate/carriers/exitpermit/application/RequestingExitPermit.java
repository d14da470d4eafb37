package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.exitpermit.domain.CarryOut;
import io.tallygate.carriers.exitpermit.domain.CarryOutPolicy;
import io.tallygate.carriers.exitpermit.domain.PendingPermit;
import io.tallygate.carriers.exitpermit.domain.PermitChange;
import io.tallygate.carriers.exitpermit.domain.PermitFile;
import io.tallygate.carriers.exitpermit.domain.PermitItem;
import io.tallygate.carriers.exitpermit.domain.PolicyCatalogue;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violation;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Asks for a permit (C17): a request that the rules allow waits for its two approvals. */
@Singleton
public class RequestingExitPermit {

    private final ScopeBinding binding;
    private final CarryOutFacts facts;
    private final PolicyCatalogue policies;
    private final ExitPermits permits;
    private final PermitJournal journal;
    private final Clock clock;

    RequestingExitPermit(
            ScopeBinding binding,
            CarryOutFacts facts,
            PolicyCatalogue policies,
            ExitPermits permits,
            PermitJournal journal,
            Clock clock) {
        this.binding = binding;
        this.facts = facts;
        this.policies = policies;
        this.permits = permits;
        this.journal = journal;
        this.clock = clock;
    }

    /** 422 with every rule that forbids it, see {@link CarryOutPolicy}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<PermitId> request(PermitRequest request, String username, Scope scope) {
        // PostgreSQL keeps microseconds; what is answered now must be what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        binding.bind(scope);
        permits.takeTurns();
        CarryOut carryOut = facts.gather(request.items(), request.terms(), scope, now, Optional.empty());
        List<Violation> violations = CarryOutPolicy.violations(carryOut, policies);
        if (!violations.isEmpty()) {
            return Outcome.refused(Refusal.ruleViolated(violations));
        }
        PendingPermit permit = new PendingPermit(file(request, username, now));
        permits.add(permit, items(carryOut));
        journal.changed(permit, PermitChange.REQUESTED, username, "");
        return Outcome.done(permit.file().id());
    }

    private PermitFile file(PermitRequest request, String username, Instant now) {
        return new PermitFile(
                new PermitId(UUID.randomUUID()),
                permits.nextNumber(now.atZone(ZoneOffset.UTC).getYear()),
                request.items().stream().map(PermitItem::named).toList(),
                request.terms(),
                username,
                now,
                List.of(),
                1);
    }

    /** The rules have passed, so every item is known. */
    private static List<Item> items(CarryOut carryOut) {
        return carryOut.items().stream()
                .map(candidate -> Objects.requireNonNull(candidate.item()))
                .toList();
    }
}
