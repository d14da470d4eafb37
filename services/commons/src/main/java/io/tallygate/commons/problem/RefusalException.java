package io.tallygate.commons.problem;

/** Carries a refusal out of the HTTP layer, and out of a transaction that must roll back. Never thrown by the domain. */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusalException(Refusal refusal) {
        // No stack trace: a refusal is an answer, not a fault.
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
