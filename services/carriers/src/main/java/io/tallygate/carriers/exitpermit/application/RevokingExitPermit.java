package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.EndedPermit;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PermitChange;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Takes a permit back, before or after it became active: who asked for it, or either of the posts that decide. */
@Singleton
public class RevokingExitPermit {

    /**
     * Who takes it back and why.
     *
     * @param mayRevokeAny whether they hold a post that decides
     */
    public record Request(
            PermitId permit, @Nullable Long expectedVersion, String username, boolean mayRevokeAny, String reason) {}

    private final OpeningPermit opening;
    private final ExitPermits permits;
    private final PermitJournal journal;

    RevokingExitPermit(OpeningPermit opening, ExitPermits permits, PermitJournal journal) {
        this.opening = opening;
        this.permits = permits;
        this.journal = journal;
    }

    /** 404, 412, 403 for a permit that somebody else asked for, 409 NOT_LIVE when it has ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<ExitPermit> revoke(Request request, Scope scope) {
        return opening.open(request.permit(), request.expectedVersion(), scope).flatMap(opened -> {
            if (!request.mayRevokeAny() && !opened.permit().file().requestedBy().equals(request.username())) {
                return Outcome.refused(Refusal.forbidden());
            }
            return switch (opened.permit()) {
                case ExitPermit.Live live -> Outcome.done(revoked(live, request));
                case EndedPermit ended ->
                    Outcome.refused(Refusal.conflict("NOT_LIVE", "The permit has ended already."));
            };
        });
    }

    private ExitPermit revoked(ExitPermit.Live live, Request request) {
        ExitPermit revoked = live.revoke();
        permits.save(revoked);
        journal.changed(revoked, PermitChange.REVOKED, request.username(), request.reason());
        return revoked;
    }
}
