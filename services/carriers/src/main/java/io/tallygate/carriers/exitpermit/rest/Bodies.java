package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.commons.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Bodies that may be missing. */
final class Bodies {

    private Bodies() {}

    /** @throws io.tallygate.commons.problem.RefusalException 400 MALFORMED_JSON when the request came without a body */
    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw Refusal.of(400, "MALFORMED_JSON", "The body is missing.").asException();
        }
        return body;
    }
}
