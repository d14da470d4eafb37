package io.tallygate.devices.imports.persistence;

/** Somebody else works on the import now; what this transaction did must not stay. */
public final class LostClaimException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
