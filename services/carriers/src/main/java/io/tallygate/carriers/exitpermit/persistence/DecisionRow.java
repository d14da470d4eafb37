package io.tallygate.carriers.exitpermit.persistence;

import io.tallygate.carriers.exitpermit.domain.Decision;
import io.tallygate.carriers.exitpermit.domain.Post;
import io.tallygate.carriers.exitpermit.domain.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A row of {@code exit_permit_decision}. */
@Embeddable
class DecisionRow {

    @Column(name = "decided_by")
    String decidedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "post")
    Post post;

    @Enumerated(EnumType.STRING)
    @Column(name = "verdict")
    Verdict verdict;

    @Column(name = "comment")
    String comment;

    @Column(name = "decided_at")
    Instant decidedAt;

    DecisionRow() {}

    static DecisionRow of(Decision decision) {
        DecisionRow row = new DecisionRow();
        row.decidedBy = decision.by();
        row.post = decision.post();
        row.verdict = decision.verdict();
        row.comment = decision.comment();
        row.decidedAt = decision.at();
        return row;
    }

    Decision toDomain() {
        return new Decision(decidedBy, post, verdict, comment, decidedAt);
    }
}
