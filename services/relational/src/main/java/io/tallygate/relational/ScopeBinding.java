package io.tallygate.relational;

import io.tallygate.commons.identity.Scope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Tells PostgreSQL's row-level security what the running transaction may see. Call it first in every transaction that touches a
 * table under {@code tallygate_in_scope}; without it such a table is empty. The setting ends with the transaction.
 */
@Singleton
public class ScopeBinding {

    private static final String BIND = """
            SELECT set_config('tallygate.clearance', ?, true),
                   set_config('tallygate.every_department', ?, true),
                   set_config('tallygate.department', ?, true)""";

    private final DataSource dataSource;

    public ScopeBinding(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Binds {@code scope} until the end of the transaction that this thread is in. */
    public void bind(Scope scope) {
        String department = scope.departmentCode();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(BIND)) {
            statement.setString(1, Integer.toString(scope.clearanceRank()));
            statement.setString(2, scope.everyDepartment() ? "on" : "off");
            statement.setString(3, department == null ? "" : department);
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseException("The scope could not be bound", e);
        }
    }
}
