package io.tallygate.carriers.exitpermit.domain;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asked for; a secrecy officer and a leader have yet to agree. */
public record PendingPermit(PermitFile file) implements ExitPermit.Live {

    @Override
    public PermitState state() {
        return PermitState.PENDING;
    }

    /**
     * One person's decision: the second approval makes the permit active, one rejection ends it.
     *
     * @return refused with OWN_REQUEST, ALREADY_DECIDED or SAME_POST; the approval names people, not roles, and never who asked
     *     for the permit or carries the items
     */
    public Outcome<ExitPermit> decide(Decider decider, Verdict verdict, String comment, Instant at) {
        if (decider.username().equals(file.requestedBy())
                || decider.personNo().equals(file.terms().holderNo())) {
            return Outcome.refused(
                    Refusal.of(422, "OWN_REQUEST", "Nobody decides on what they asked for or carry themselves."));
        }
        if (file.decidedBy(decider.username())) {
            return Outcome.refused(Refusal.conflict("ALREADY_DECIDED", "You have decided on this permit already."));
        }
        return openPost(decider.posts())
                .map(post -> Outcome.done(decided(new Decision(decider.username(), post, verdict, comment, at))))
                .orElseGet(() -> Outcome.refused(Refusal.conflict(
                        "SAME_POST", "Your post has approved already; the other post has yet to decide.")));
    }

    private Optional<Post> openPost(Set<Post> held) {
        Set<Post> approved = file.postsThatApproved();
        return Stream.of(Post.values())
                .filter(held::contains)
                .filter(post -> !approved.contains(post))
                .findFirst();
    }

    private ExitPermit decided(Decision decision) {
        PermitFile now = file.with(decision);
        return switch (decision.verdict()) {
            case REJECT -> new EndedPermit(now, End.REJECTED);
            case APPROVE ->
                now.postsThatApproved().containsAll(Set.of(Post.values()))
                        ? new ActivePermit(now)
                        : new PendingPermit(now);
        };
    }
}
