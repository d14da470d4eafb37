package io.tallygate.relational;

import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Finds which constraint a failed write broke: two requests can pass the same check at once, and only the database sees both. */
public final class Constraints {

    private static final String UNIQUE_VIOLATION = "23505";

    private Constraints() {}

    /** The name of the unique constraint or index that {@code failure} or one of its causes reports, if any. */
    public static Optional<String> violatedUnique(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // A batch wraps the server's error in an exception with the same state that names no constraint.
            if (cause instanceof PSQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return constraint(sql);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> constraint(PSQLException failure) {
        ServerErrorMessage message = failure.getServerErrorMessage();
        return message == null ? Optional.empty() : Optional.ofNullable(message.getConstraint());
    }
}
