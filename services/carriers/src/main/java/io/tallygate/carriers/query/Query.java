package io.tallygate.carriers.query;

import io.tallygate.relational.DatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A SELECT that grows by conditions. Text of callers goes in as parameters only. */
public final class Query {

    /** Reads the row that the result set stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final StringBuilder sql;
    private final List<Object> parameters = new ArrayList<>();

    /**
     * @param select up to and without WHERE
     * @param values of the parameters in it
     */
    public Query(String select, Object... values) {
        sql = new StringBuilder(select).append(" WHERE true");
        Collections.addAll(parameters, values);
    }

    public Query and(String condition, Object... values) {
        sql.append(" AND ").append(condition);
        Collections.addAll(parameters, values);
        return this;
    }

    /** Nothing when {@code value} is null, which is how a filter that was not asked for comes. */
    public Query andIfPresent(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    /** What comes after the conditions, e.g. the order. */
    public Query then(String clause, Object... values) {
        sql.append(' ').append(clause);
        Collections.addAll(parameters, values);
        return this;
    }

    public <T> List<T> list(DataSource dataSource, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, jdbc(parameters.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new DatabaseException("A list could not be read", e);
        }
    }

    /** PostgreSQL's driver takes no Instant. */
    private static Object jdbc(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    /** A LIKE pattern for "contains {@code text}", in which nothing but our own percent signs is special. */
    public static String containing(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
