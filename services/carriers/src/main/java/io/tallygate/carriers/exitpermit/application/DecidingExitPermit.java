package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.ActivePermit;
import io.tallygate.carriers.exitpermit.domain.CarryOut;
import io.tallygate.carriers.exitpermit.domain.CarryOutPolicy;
import io.tallygate.carriers.exitpermit.domain.Decider;
import io.tallygate.carriers.exitpermit.domain.EndedPermit;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PendingPermit;
import io.tallygate.carriers.exitpermit.domain.PermitChange;
import io.tallygate.carriers.exitpermit.domain.PolicyCatalogue;
import io.tallygate.carriers.exitpermit.domain.Verdict;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violation;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Approves or rejects a permit: two people, a secrecy officer and a leader, neither of whom asked for it (C17, A3). */
@Singleton
public class DecidingExitPermit {

    /**
     * What somebody says about a permit.
     *
     * @param expectedVersion the version they had before their eyes; null when they did not say
     */
    public record Request(
            PermitId permit, @Nullable Long expectedVersion, Decider decider, Verdict verdict, String comment) {}

    private final OpeningPermit opening;
    private final CarryOutFacts facts;
    private final PolicyCatalogue policies;
    private final ExitPermits permits;
    private final PermitJournal journal;

    DecidingExitPermit(
            OpeningPermit opening,
            CarryOutFacts facts,
            PolicyCatalogue policies,
            ExitPermits permits,
            PermitJournal journal) {
        this.opening = opening;
        this.facts = facts;
        this.policies = policies;
        this.permits = permits;
        this.journal = journal;
    }

    /** 404, 412, 409 NOT_PENDING, ALREADY_DECIDED or SAME_POST, 422 OWN_REQUEST, or the rules of the request, which must still hold. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<ExitPermit> decide(Request request, Scope scope) {
        return opening.open(request.permit(), request.expectedVersion(), scope)
                .flatMap(opened -> switch (opened.permit()) {
                    case PendingPermit pending -> decide(pending, request, scope, opened.now());
                    case ActivePermit active -> notPending();
                    case EndedPermit ended -> notPending();
                });
    }

    private Outcome<ExitPermit> decide(PendingPermit pending, Request request, Scope scope, Instant now) {
        return pending.decide(
                        request.decider(), request.verdict(), request.comment(), now.truncatedTo(ChronoUnit.MICROS))
                .flatMap(decided ->
                        request.verdict() == Verdict.APPROVE ? ifRulesHold(decided, scope, now) : Outcome.done(decided))
                .map(decided -> {
                    permits.save(decided);
                    journal.changed(
                            decided,
                            PermitChange.ofDecision(decided.state()),
                            request.decider().username(),
                            request.comment());
                    return decided;
                });
    }

    /** Between request and approval an item may have gone missing, or the holder's clearance been lowered. */
    private Outcome<ExitPermit> ifRulesHold(ExitPermit decided, Scope scope, Instant now) {
        CarryOut carryOut = facts.gather(
                decided.file().itemIds(),
                decided.file().terms(),
                scope,
                now,
                Optional.of(decided.file().id()));
        List<Violation> violations = CarryOutPolicy.violations(carryOut, policies);
        return violations.isEmpty() ? Outcome.done(decided) : Outcome.refused(Refusal.ruleViolated(violations));
    }

    private static Outcome<ExitPermit> notPending() {
        return Outcome.refused(Refusal.conflict("NOT_PENDING", "The permit is not waiting for decisions any more."));
    }
}
