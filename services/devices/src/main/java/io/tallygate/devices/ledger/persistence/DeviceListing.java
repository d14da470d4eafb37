package io.tallygate.devices.ledger.persistence;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Page;
import io.tallygate.devices.ledger.domain.Classification;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.DeviceFilter;
import io.tallygate.devices.ledger.domain.DeviceSort;
import io.tallygate.relational.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Pages of the ledgers by keyset. Only the conditions that are asked for stand in the statement, so that the planner sees which index
 * serves; every condition on `device` but the search is leakproof and may use one before row-level security has judged.
 */
@Singleton
public class DeviceListing {

    private final DataSource dataSource;

    public DeviceListing(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** One page of what is within {@code scope}, which is bound as well. */
    public Page<Device> page(DeviceFilter filter, DeviceSort.Position from, int limit, Scope scope) {
        Conditions conditions = conditions(filter, scope);
        SortColumn column = SortColumn.of(from.sort().key());
        String comparison = from.sort().descending() ? " < " : " > ";
        from.cursor()
                .ifPresent(cursor -> conditions.add(
                        "(" + column.sql() + ", id)" + comparison + "(?, ?)",
                        column.parse(cursor.key(0)),
                        SortColumn.id(cursor.key(1))));
        String direction = from.sort().descending() ? " DESC" : "";
        String sql = "SELECT " + DeviceRow.COLUMNS + " FROM device" + conditions.where() + " ORDER BY " + column.sql()
                + direction + ", id" + direction + " LIMIT " + (limit + 1);
        return Page.of(
                run(sql, conditions), limit, device -> from.sort().cursorOf(column.valueOf(device), device.id()));
    }

    private static Conditions conditions(DeviceFilter filter, Scope scope) {
        Conditions conditions = new Conditions();
        conditions.add("level_rank <= ?", scope.clearanceRank());
        if (!scope.everyDepartment()) {
            conditions.add("department_code = ?", String.valueOf(scope.departmentCode()));
        }
        filter.department().ifPresent(code -> conditions.add("department_code = ?", code));
        filter.keeper().ifPresent(number -> conditions.add("keeper_no = ?", number));
        addAny(
                conditions,
                "kind",
                "text",
                Set.copyOf(filter.kinds().stream().map(Enum::name).toList()));
        addAny(
                conditions,
                "level_rank",
                "integer",
                Set.copyOf(filter.levels().stream().map(Level::rank).toList()));
        addAny(
                conditions,
                "state",
                "text",
                Set.copyOf(filter.states().stream().map(Enum::name).toList()));
        filter.classified()
                .ifPresent(classified -> conditions.add(
                        classified ? "level_rank >= ?" : "level_rank < ?",
                        Classification.lowest().rank()));
        filter.text().ifPresent(text -> addSearch(conditions, text));
        return conditions;
    }

    /** One value as an equality, which can keep an index in order; several as a set. */
    private static void addAny(Conditions conditions, String column, String type, Set<?> values) {
        if (values.size() == 1) {
            conditions.add(column + " = ?", values.iterator().next());
        } else if (!values.isEmpty()) {
            conditions.add(column + " = ANY (?)", new Conditions.SqlArray(type, values.toArray()));
        }
    }

    private static void addSearch(Conditions conditions, String text) {
        Integer[] grams = SearchGrams.of(text);
        if (grams.length > 0) {
            conditions.add(
                    "id IN (SELECT device_id FROM device_search WHERE grams @> ?)",
                    new Conditions.SqlArray("integer", grams));
        }
        String pattern = "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        conditions.add(
                "(ledger_no ILIKE ? OR name ILIKE ? OR model ILIKE ? OR serial_no ILIKE ? OR epc LIKE ?)",
                pattern,
                pattern,
                pattern,
                pattern,
                pattern.toUpperCase(Locale.ROOT));
    }

    private List<Device> run(String sql, Conditions conditions) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            conditions.bind(connection, statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<Device> devices = new ArrayList<>();
                while (rows.next()) {
                    devices.add(DeviceRow.read(rows));
                }
                return devices;
            }
        } catch (SQLException e) {
            throw new DatabaseException("The ledgers could not be read", e);
        }
    }
}
