package io.tallygate.commons.http;

import io.tallygate.commons.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Request bodies: JSON's {@code null} and an empty body reach a resource as null, whatever its signature says. */
public final class Bodies {

    private Bodies() {}

    /** The body, or 400 INVALID_REQUEST (thrown) when there is none. */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw Refusal.of(400, "INVALID_REQUEST", "A JSON object is expected in the body.")
                    .asException();
        }
        return body;
    }
}
