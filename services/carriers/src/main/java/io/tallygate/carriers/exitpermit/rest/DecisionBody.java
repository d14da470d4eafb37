package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.carriers.exitpermit.domain.Verdict;
import io.tallygate.commons.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision, as it comes; a rejection says why. */
@Schema(name = "DecisionBody", requiredProperties = "decision")
public record DecisionBody(
        @Nullable Verdict decision,

        @Schema(description = "Required with REJECT", maxLength = 500) @Nullable
        String comment) {

    private static final int LONGEST = 500;

    /** @throws io.tallygate.commons.problem.RefusalException 400 with every violation */
    DecisionBody checked() {
        Violations wrong = new Violations().requirePresent("decision", decision);
        if (decision == Verdict.REJECT) {
            wrong.requireText("comment", comment, LONGEST);
        } else {
            wrong.optionalText("comment", comment, LONGEST);
        }
        wrong.asInvalidRequest().ifPresent(refusal -> {
            throw refusal.asException();
        });
        return this;
    }
}
