package io.tallygate.devices.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Conditions joined by AND, with their values in order. */
final class Conditions {

    /** A value that is an SQL array. */
    record SqlArray(String type, Object[] values) {}

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(String condition, Object... itsValues) {
        conditions.add(condition);
        values.addAll(List.of(itsValues));
    }

    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    void bind(Connection connection, PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object value : values) {
            if (value instanceof SqlArray array) {
                statement.setArray(index++, connection.createArrayOf(array.type(), array.values()));
            } else {
                statement.setObject(index++, value);
            }
        }
    }
}
