package io.tallygate.incidents.incident.rest;

import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Taking notice of an incident.
 *
 * @param comment what was found and done, at most {@value #MAX_COMMENT} characters
 */
@Schema(requiredProperties = "comment")
public record AcknowledgementBody(
        @Schema(maxLength = MAX_COMMENT) @Nullable String comment) {

    static final int MAX_COMMENT = 2000;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    // A comment may have several lines and tabs; nothing else that does not print.
    private static final Pattern PRINTABLE = Pattern.compile("[\\P{Cntrl}\\n\\r\\t]*");

    /**
     * The comment, trimmed.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 when it is missing, blank, too long or holds control characters,
     *     or the key is not 1 to 200 visible ASCII characters
     */
    static String checked(@Nullable AcknowledgementBody body, @Nullable String requestKey) {
        String comment =
                body == null || body.comment() == null ? "" : body.comment().strip();
        Violations violations = new Violations()
                .addIf(comment.isEmpty(), "comment", "REQUIRED", "comment is required")
                .addIf(
                        comment.length() > MAX_COMMENT,
                        "comment",
                        "TOO_LONG",
                        "comment is longer than " + MAX_COMMENT + " characters")
                .requireMatch("comment", comment, PRINTABLE, "CONTROL_CHARACTER", "comment holds a control character")
                .requireMatch("Idempotency-Key", requestKey, KEY, "MALFORMED", "1 to 200 visible ASCII characters");
        violations.asInvalidRequest().map(Refusal::asException).ifPresent(refused -> {
            throw refused;
        });
        return comment;
    }
}
