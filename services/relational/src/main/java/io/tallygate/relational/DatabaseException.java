package io.tallygate.relational;

/** The database did not do what it always does; not something a caller can mend. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
