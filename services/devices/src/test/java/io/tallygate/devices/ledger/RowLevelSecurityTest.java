package io.tallygate.devices.ledger;

import static io.tallygate.devices.Calls.aSecretLaptop;
import static io.tallygate.devices.Calls.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.Scope;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.persistence.DeviceStore;
import io.tallygate.relational.DatabaseException;
import io.tallygate.relational.ScopeBinding;
import io.tallygate.testkit.RelationalStores;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The second layer by itself: the query asks for everything, and only what is bound stands in its way. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class RowLevelSecurityTest {

    @Inject
    DeviceStore store;

    @Inject
    ScopeBinding scopeBinding;

    @Test
    void shouldHideRowsFromAQueryThatForgotItsScope() {
        UUID laptop = UUID.fromString(registered(aSecretLaptop()));

        assertThat(askedForEverything(laptop, Scope.department("RD", Level.SECRET)))
                .isPresent();
        assertThat(askedForEverything(laptop, Scope.department("OPS", Level.TOP_SECRET)))
                .isEmpty();
        assertThat(askedForEverything(laptop, Scope.department("RD", Level.CONFIDENTIAL)))
                .isEmpty();
        assertThat(askedForEverything(laptop, Scope.nothing())).isEmpty();
        assertThat(QuarkusTransaction.requiringNew().call(() -> store.find(laptop, Scope.everything())))
                .as("nothing bound")
                .isEmpty();
    }

    @Test
    void shouldRefuseToMoveARowOutOfScope() {
        UUID laptop = UUID.fromString(registered(aSecretLaptop()));
        Device device = askedForEverything(laptop, Scope.everything()).orElseThrow();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    scopeBinding.bind(Scope.department("OPS", Level.TOP_SECRET));
                    store.insertAll(java.util.List.of(device), null);
                }))
                .isInstanceOf(DatabaseException.class)
                .hasStackTraceContaining("row-level security");
    }

    private Optional<Device> askedForEverything(UUID id, Scope bound) {
        return QuarkusTransaction.requiringNew().call(() -> {
            scopeBinding.bind(bound);
            return store.find(id, Scope.everything());
        });
    }
}
