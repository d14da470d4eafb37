package io.tallygate.commons.problem;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that does not answer from a mistake of ours: the one is worth trying again, the other is not. */
final class StoreOutage {

    /** SQLSTATE classes of PostgreSQL: no connection, and a server that is going down or coming up. */
    private static final String NO_CONNECTION = "08";

    private static final String SHUTTING_DOWN = "57P";

    private StoreOutage() {}

    /** Whether {@code failure} or anything that led to it says that the database was out of reach. */
    static boolean caused(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException sql && isOutage(sql));
    }

    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        // What the connection pool throws by itself, without a connection, carries no state.
        return state == null || state.startsWith(NO_CONNECTION) || state.startsWith(SHUTTING_DOWN);
    }
}
