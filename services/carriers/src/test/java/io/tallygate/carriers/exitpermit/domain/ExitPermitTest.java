package io.tallygate.carriers.exitpermit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExitPermitTest {

    private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(3600);
    private static final ItemId LAPTOP = new ItemId(UUID.randomUUID());
    private static final ItemId DRIVE = new ItemId(UUID.randomUUID());
    private static final Decider OFFICER = new Decider("officer", "P0003", Set.of(Post.SECRECY_OFFICER));
    private static final Decider LEADER = new Decider("leader", "P0001", Set.of(Post.LEADER));
    private static final Decider BOTH = new Decider("both", "P0009", Set.of(Post.values()));

    private final PendingPermit pending = new PendingPermit(new PermitFile(
            new PermitId(UUID.randomUUID()),
            "EP-2026-000001",
            List.of(PermitItem.named(LAPTOP), PermitItem.named(DRIVE)),
            new Terms("P0101", List.of(new PortalCode("P-101")), new Window(NOW, UNTIL), UNTIL, "there", "work", "bag"),
            "registrar",
            NOW,
            List.of(),
            1));

    @Test
    void shouldLetWhoHoldsBothPostsFillOnlyOne() {
        ExitPermit once = approvedBy(pending, BOTH);

        assertThat(once.state()).isEqualTo(PermitState.PENDING);
        assertThat(approvedBy((PendingPermit) once, LEADER).state()).isEqualTo(PermitState.ACTIVE);
        ExitPermit afterOfficer = approvedBy(pending, OFFICER);
        assertThat(approvedBy((PendingPermit) afterOfficer, BOTH).state()).isEqualTo(PermitState.ACTIVE);
    }

    @Test
    void shouldBeOverAtTheEndOfItsWindowAndNotBefore() {
        assertThat(pending.asOf(UNTIL.minusNanos(1)).state()).isEqualTo(PermitState.PENDING);
        assertThat(pending.asOf(UNTIL).state()).isEqualTo(PermitState.EXPIRED);
        assertThat(pending.revoke().asOf(UNTIL).state()).isEqualTo(PermitState.REVOKED);
    }

    @Test
    void shouldCloseOnlyWhenEverythingLeftAndCameBack() {
        ActivePermit active = (ActivePermit) approvedBy((PendingPermit) approvedBy(pending, OFFICER), LEADER);

        ExitPermit oneBack = active.left(LAPTOP, NOW).cameBack(LAPTOP, NOW);
        assertThat(oneBack.state()).isEqualTo(PermitState.ACTIVE);

        ExitPermit again =
                ((ActivePermit) oneBack).left(LAPTOP, NOW).left(DRIVE, NOW).cameBack(DRIVE, NOW);
        assertThat(again.state()).as("the laptop went out again").isEqualTo(PermitState.ACTIVE);
        ExitPermit allBack = ((ActivePermit) again).cameBack(LAPTOP, NOW);
        assertThat(allBack.state()).isEqualTo(PermitState.CLOSED);
        assertThat(allBack.file().version()).isEqualTo(active.file().version() + 1);
    }

    private static ExitPermit approvedBy(PendingPermit permit, Decider decider) {
        return permit.decide(decider, Verdict.APPROVE, "", NOW).orThrow();
    }
}
