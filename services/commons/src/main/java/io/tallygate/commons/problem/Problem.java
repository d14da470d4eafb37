package io.tallygate.commons.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of every error, RFC 9457 with two members of ours: {@code code} and {@code violations}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "RFC 9457 problem details")
public record Problem(String type, String title, int status, String detail, String code, List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Refusal refusal) {
        return new Problem(
                "urn:tallygate:problem:" + refusal.code(),
                title(refusal.status()),
                refusal.status(),
                refusal.message(),
                refusal.code(),
                refusal.violations());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Invalid request";
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "Conflict";
            case 412 -> "Precondition failed";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 422 -> "Refused by a rule";
            case 428 -> "Precondition required";
            case 503 -> "Not available";
            default -> status >= 500 ? "Internal error" : "Request refused";
        };
    }
}
