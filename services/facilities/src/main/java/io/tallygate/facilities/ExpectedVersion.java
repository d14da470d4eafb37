package io.tallygate.facilities;

import io.tallygate.commons.problem.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which version a PUT starts from, which makes what is not there and changes what is. */
public final class ExpectedVersion {

    private static final Refusal WANTED =
            Refusal.of(428, "PRECONDITION_REQUIRED", "Say in If-Match which version you are changing.");

    private ExpectedVersion() {}

    /**
     * Refuses with 428 PRECONDITION_REQUIRED, 412 PRECONDITION_FAILED.
     *
     * @param standing the version that is there; empty when nothing is
     * @param expected the version the caller had before them; null to make what is not there
     */
    public static Optional<Refusal> refusal(Optional<Long> standing, @Nullable Long expected) {
        if (standing.isPresent() && expected == null) {
            return Optional.of(WANTED);
        }
        return standing.equals(Optional.ofNullable(expected)) ? Optional.empty() : Optional.of(Refusal.staleVersion());
    }
}
