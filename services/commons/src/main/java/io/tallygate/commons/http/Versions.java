package io.tallygate.commons.http;

import io.tallygate.commons.problem.Refusal;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags: {@code ETag: "3"} on answers, {@code If-Match: "3"} on changes. */
public final class Versions {

    private static final Pattern IF_MATCH = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version a change was made from.
     *
     * @throws io.tallygate.commons.problem.RefusalException 428 PRECONDITION_REQUIRED without the header, 400 when it is not one
     *     quoted number
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Refusal.of(428, "PRECONDITION_REQUIRED", "Say in If-Match which version you are changing.")
                    .asException();
        }
        Matcher matcher = IF_MATCH.matcher(ifMatch);
        if (!matcher.matches()) {
            throw Refusal.invalid("If-Match", "MALFORMED", "If-Match is one version in quotes, as the ETag was.")
                    .asException();
        }
        return Long.parseLong(matcher.group(1));
    }
}
