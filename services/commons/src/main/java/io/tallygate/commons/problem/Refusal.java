package io.tallygate.commons.problem;

import java.util.List;

/**
 * Why a request is refused: a value that the domain returns.
 *
 * @param status the HTTP status it becomes
 * @param code stable, for programs
 * @param message for people, English
 * @param violations the fields at fault, empty when the request as a whole is
 */
public record Refusal(int status, String code, String message, List<Violation> violations) {

    public Refusal {
        violations = List.copyOf(violations);
    }

    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, List.of());
    }

    /** 400: the request is not well formed. */
    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(400, "INVALID_REQUEST", "The request is not valid.", violations);
    }

    public static Refusal invalid(String field, String code, String message) {
        return invalid(List.of(new Violation(field, code, message)));
    }

    /** 422: the request is well formed, but a rule of the ledger forbids it. */
    public static Refusal ruleViolated(List<Violation> violations) {
        return new Refusal(422, "RULE_VIOLATED", "A rule forbids this.", violations);
    }

    public static Refusal ruleViolated(String field, String code, String message) {
        return ruleViolated(List.of(new Violation(field, code, message)));
    }

    /** 404: it is not there, or not for this caller; the two must look the same. */
    public static Refusal notFound() {
        return of(404, "NOT_FOUND", "There is nothing here that you may see.");
    }

    public static Refusal forbidden() {
        return of(403, "FORBIDDEN", "You may not do this.");
    }

    public static Refusal conflict(String code, String message) {
        return of(409, code, message);
    }

    /** 409 with the field whose value somebody else has. */
    public static Refusal duplicate(String field, String code, String message) {
        return new Refusal(409, code, message, List.of(new Violation(field, code, message)));
    }

    /** 412: somebody changed it since the caller read it. */
    public static Refusal staleVersion() {
        return of(412, "PRECONDITION_FAILED", "It has changed since you read it; read it again.");
    }

    public RefusalException asException() {
        return new RefusalException(this);
    }
}
