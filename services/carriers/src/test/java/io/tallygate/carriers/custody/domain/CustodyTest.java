package io.tallygate.carriers.custody.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.carriers.custody.domain.CustodyState.InPlace;
import io.tallygate.carriers.custody.domain.CustodyState.Missing;
import io.tallygate.carriers.custody.domain.CustodyState.OutUnderPermit;
import io.tallygate.carriers.custody.domain.Movement.CameBack;
import io.tallygate.carriers.custody.domain.Movement.LeftUnderPermit;
import io.tallygate.carriers.custody.domain.Movement.LeftUnpermitted;
import io.tallygate.carriers.custody.domain.Movement.NothingProved;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.commons.identity.Level;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustodyTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant THEN = FIRST.plusSeconds(60);
    private static final Instant LATER = THEN.plusSeconds(60);
    private static final PortalCode PORTAL = new PortalCode("P-101");
    private static final PermitId PERMIT = new PermitId(UUID.randomUUID());

    private final Item laptop = new Item(
            new ItemId(UUID.randomUUID()), "CC-1", "LAPTOP", Level.SECRET, "Laptop", "RD", "P0101", null, null);
    private final Custody inPlace = Custody.open(laptop, Standing.IN_SERVICE, FIRST);

    @Test
    void shouldOpenInThePlaceThatItsStandingSays() {
        assertThat(inPlace.state()).isEqualTo(new InPlace(FIRST));
        assertThat(inPlace.version()).isEqualTo(1);
        assertThat(Custody.open(laptop, Standing.DESTROYED, FIRST).state().status())
                .isEqualTo(CustodyStatus.DESTROYED);
    }

    @Test
    void shouldMissAnItemThatLeavesThroughAPortalItsPermitDoesNotName() {
        Custody out = inPlace.move(new LeftUnderPermit(PERMIT), PORTAL, THEN);
        PortalCode other = new PortalCode("P-102");

        Custody missing = out.move(new LeftUnpermitted(), other, LATER);

        assertThat(missing.state()).isEqualTo(new Missing(other, LATER));
        assertThat(missing.version()).isEqualTo(3);
    }

    @Test
    void shouldNotChangeWhenNothingNewIsKnown() {
        Custody out = inPlace.move(new LeftUnderPermit(PERMIT), PORTAL, THEN);
        Custody missing = inPlace.move(new LeftUnpermitted(), PORTAL, THEN);

        assertThat(inPlace.move(new CameBack(), PORTAL, THEN)).isSameAs(inPlace);
        assertThat(inPlace.move(new NothingProved(), PORTAL, THEN)).isSameAs(inPlace);
        assertThat(out.move(new LeftUnderPermit(PERMIT), PORTAL, LATER)).isSameAs(out);
        assertThat(missing.move(new LeftUnpermitted(), PORTAL, LATER)).isSameAs(missing);
        assertThat(out.follow(laptop, Standing.IN_SERVICE, LATER)).isSameAs(out);
        assertThat(missing.follow(laptop, Standing.IN_SERVICE, LATER)).isSameAs(missing);
    }

    @Test
    void shouldGoOutUnderAnotherPermit() {
        PermitId other = new PermitId(UUID.randomUUID());
        Custody out = inPlace.move(new LeftUnderPermit(PERMIT), PORTAL, THEN);
        Custody missing = inPlace.move(new LeftUnpermitted(), PORTAL, THEN);

        assertThat(out.move(new LeftUnderPermit(other), PORTAL, LATER).state())
                .isEqualTo(new OutUnderPermit(other, PORTAL, LATER));
        assertThat(missing.move(new LeftUnderPermit(other), PORTAL, LATER).state())
                .isEqualTo(new OutUnderPermit(other, PORTAL, LATER));
    }

    @Test
    void shouldStayEndedWhateverTheGatesSee() {
        for (Standing ended : new Standing[] {Standing.DISPOSED, Standing.DESTROYED}) {
            Custody gone = inPlace.follow(laptop, ended, THEN);

            assertThat(gone.move(new LeftUnpermitted(), PORTAL, LATER)).isSameAs(gone);
            assertThat(gone.move(new LeftUnderPermit(PERMIT), PORTAL, LATER)).isSameAs(gone);
            assertThat(gone.move(new CameBack(), PORTAL, LATER)).isSameAs(gone);
        }
    }

    @Test
    void shouldKnowWhatIsOlderThanItself() {
        Custody out = inPlace.move(new LeftUnderPermit(PERMIT), PORTAL, THEN);

        assertThat(out.isNewerThan(FIRST)).isTrue();
        assertThat(out.isNewerThan(THEN)).isFalse();
    }

    @Test
    void shouldTellNoTitleInLogs() {
        assertThat(inPlace.toString()).doesNotContain("Laptop");
    }
}
