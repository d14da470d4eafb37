package io.tallygate.facilities.portal.rest;

import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.portal.domain.Tuning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tuning of a portal's crossing detector, in requests and answers alike. What is left out is as standard. */
@Schema(name = "PortalTuning")
public record TuningBody(
        @Schema(minimum = "0.5", maximum = "0.99", description = "Probability of having crossed that makes a crossing")
        @Nullable
        Double certainty,

        @Schema(
                minimum = "0",
                maximum = "0.5",
                description = "How far before the line a carrier that keeps walking counts as crossing, in metres")
        @Nullable
        Double leadMetres,

        @Schema(
                minimum = "2",
                maximum = "15",
                description = "Spread of the strength of a moving tag around the model, in dB")
        @Nullable
        Double fadeDb,

        @Schema(
                minimum = "0",
                maximum = "30",
                description = "How far the balance of the zones must swing towards the side the tag goes to, in dB")
        @Nullable
        Double leastSwingDb) {

    static @Nullable TuningBody of(Tuning tuning) {
        return tuning.equals(Tuning.STANDARD)
                ? null
                : new TuningBody(tuning.certainty(), tuning.leadMetres(), tuning.fadeDb(), tuning.leastSwingDb());
    }

    Tuning toTuning() {
        return new Tuning(certainty, leadMetres, fadeDb, leastSwingDb);
    }

    void check(Violations violations) {
        Ranges.within(violations, "tuning.certainty", certainty, 0.5, 0.99);
        Ranges.within(violations, "tuning.leadMetres", leadMetres, 0, 0.5);
        Ranges.within(violations, "tuning.fadeDb", fadeDb, 2, 15);
        Ranges.within(violations, "tuning.leastSwingDb", leastSwingDb, 0, 30);
    }
}
