package io.tallygate.relational;

import java.sql.SQLException;
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
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return constraint(sql);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> constraint(SQLException failure) {
        ServerErrorMessage message =
                failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return message == null ? Optional.empty() : Optional.ofNullable(message.getConstraint());
    }
}
