package io.tallygate.carriers.exitpermit.domain;

import static io.tallygate.carriers.exitpermit.domain.PolicyCatalogue.CARRY_OUT_MAX_DAYS;
import static io.tallygate.carriers.exitpermit.domain.PolicyCatalogue.CARRY_OUT_TOP_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.exitpermit.domain.CarryOut.Candidate;
import io.tallygate.carriers.exitpermit.domain.CarryOut.Gate;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.commons.identity.Level;
import io.tallygate.commons.identity.PersonView;
import io.tallygate.commons.problem.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyCatalogueTest {

    private static final PolicyCatalogue NOTHING_LISTED = new PolicyCatalogue(Map.of());

    @Test
    void shouldAllowNothingThatIsNotListedOrNotUnderstood() {
        assertThat(NOTHING_LISTED.allows(CARRY_OUT_TOP_SECRET)).isFalse();
        assertThat(NOTHING_LISTED.days(CARRY_OUT_MAX_DAYS)).isZero();
        PolicyCatalogue nonsense =
                new PolicyCatalogue(Map.of(CARRY_OUT_TOP_SECRET, "yes please", CARRY_OUT_MAX_DAYS, "-3"));
        assertThat(nonsense.allows(CARRY_OUT_TOP_SECRET)).isFalse();
        assertThat(nonsense.days(CARRY_OUT_MAX_DAYS)).isZero();
    }

    @Test
    void shouldAllowWhatIsListed() {
        PolicyCatalogue lenient = new PolicyCatalogue(Map.of(CARRY_OUT_TOP_SECRET, "allowed", CARRY_OUT_MAX_DAYS, "7"));

        assertThat(lenient.days(CARRY_OUT_MAX_DAYS)).isEqualTo(Duration.ofDays(7));
        assertThat(CarryOutPolicy.violations(aTopSecretLaptop(), lenient)).isEmpty();
    }

    @Test
    void shouldBarTopSecretByDefault() {
        assertThat(CarryOutPolicy.violations(aTopSecretLaptop(), NOTHING_LISTED))
                .extracting(Violation::field, Violation::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("itemIds[0]", "TOP_SECRET_BARRED"));
    }

    private static CarryOut aTopSecretLaptop() {
        Item item = new Item(
                new ItemId(UUID.randomUUID()), "CC-1", "LAPTOP", Level.TOP_SECRET, "Laptop", "HQ", "P0001", null, null);
        return new CarryOut(
                List.of(new Candidate(item, true, false)),
                Optional.of(new PersonView("P0001", "leader", "name", "HQ", Level.TOP_SECRET, true)),
                List.of(new Gate(new PortalCode("P-101"), Gate.Use.UP)));
    }
}
