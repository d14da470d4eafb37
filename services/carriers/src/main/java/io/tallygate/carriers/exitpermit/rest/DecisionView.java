package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.carriers.exitpermit.domain.Decision;
import io.tallygate.carriers.exitpermit.domain.Post;
import io.tallygate.carriers.exitpermit.domain.Verdict;
import io.tallygate.commons.identity.Roles;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One person's decision. */
@Schema(requiredProperties = {"by", "role", "decision", "comment", "at"})
public record DecisionView(
        @Schema(description = "User name") String by,

        @Schema(
                description = "The post in which they decided",
                enumeration = {Roles.SECRECY_OFFICER, Roles.LEADER})
        String role,

        Verdict decision,
        String comment,
        Instant at) {

    static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.by(), role(decision.post()), decision.verdict(), decision.comment(), decision.at());
    }

    private static String role(Post post) {
        return switch (post) {
            case SECRECY_OFFICER -> Roles.SECRECY_OFFICER;
            case LEADER -> Roles.LEADER;
        };
    }
}
