package io.tallygate.carriers;

import static io.tallygate.carriers.CarriersApi.aPendingPermitFor;
import static io.tallygate.carriers.CarriersApi.decide;
import static io.tallygate.carriers.Devices.aSecretLaptop;
import static io.tallygate.carriers.Devices.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.Scope;
import io.tallygate.contracts.devices.v1.Device;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The second layer by itself: what a query that forgot to filter would see. */
@QuarkusTest
class RowLevelSecurityTest {

    @Inject
    DataSource dataSource;

    @Inject
    ScopeBinding binding;

    @Test
    void shouldHideRowsFromQueriesThatForgetToFilter() {
        Device laptop = registered(aSecretLaptop());
        String permit = aPendingPermitFor(laptop);
        decide("officer", permit, "APPROVE").statusCode(200);

        for (Scope mayNot : new Scope[] {
            Scope.nothing(),
            Scope.department("OPS", Level.TOP_SECRET),
            Scope.department("RD", Level.CONFIDENTIAL),
            Scope.everyDepartment(Level.CONFIDENTIAL)
        }) {
            assertThat(rows(mayNot, laptop, permit)).as("rows for %s", mayNot).isZero();
        }
        assertThat(rows(Scope.department("RD", Level.SECRET), laptop, permit)).isEqualTo(4);
        assertThat(rows(Scope.everyDepartment(Level.SECRET), laptop, permit)).isEqualTo(4);
    }

    private long rows(Scope scope, Device device, String permit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            binding.bind(scope);
            return count("SELECT count(*) FROM custody WHERE item_id = ?", device.getId())
                    + count("SELECT count(*) FROM exit_permit WHERE id = ?", permit)
                    + count("SELECT count(*) FROM exit_permit_item WHERE permit_id = ?", permit)
                    + count("SELECT count(*) FROM exit_permit_decision WHERE permit_id = ?", permit);
        });
    }

    private long count(String sql, String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
