package io.tallygate.carriers.custody.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.carriers.custody.domain.Crossing.Way;
import io.tallygate.carriers.custody.domain.Movement.CameBack;
import io.tallygate.carriers.custody.domain.Movement.LeftUnderPermit;
import io.tallygate.carriers.custody.domain.Movement.LeftUnpermitted;
import io.tallygate.carriers.custody.domain.Movement.NothingProved;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingRulesTest {

    private static final PermitId PERMIT = new PermitId(UUID.randomUUID());

    @Test
    void shouldTakeTheGatesWordForAPermit() {
        assertThat(read(Way.OUT, true, "PERMITTED", Optional.of(PERMIT), Optional.empty()))
                .isEqualTo(new LeftUnderPermit(PERMIT));
        assertThat(read(Way.OUT, true, "PERMITTED", Optional.empty(), Optional.empty()))
                .isEqualTo(new LeftUnpermitted());
    }

    @Test
    void shouldAskForOurOwnPermitOnlyWhereTheGateCouldNotKnow() {
        assertThat(read(Way.OUT, false, "STATE_UNKNOWN", Optional.empty(), Optional.of(PERMIT)))
                .isEqualTo(new LeftUnderPermit(PERMIT));
        assertThat(read(Way.OUT, false, "NO_PERMIT", Optional.empty(), Optional.of(PERMIT)))
                .isEqualTo(new LeftUnpermitted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAG_MISMATCH", "GHOST_ITEM"})
    void shouldNotBelieveATagThatProvesNothing(String reason) {
        assertThat(read(Way.IN, false, reason, Optional.empty(), Optional.empty()))
                .isEqualTo(new NothingProved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURNED", "RETURN_UNEXPECTED", "STATE_UNKNOWN"})
    void shouldReadAnInwardCrossingAsComingBack(String reason) {
        assertThat(read(Way.IN, false, reason, Optional.empty(), Optional.empty()))
                .isEqualTo(new CameBack());
    }

    private static Movement read(
            Way way, boolean allowed, String reason, Optional<PermitId> named, Optional<PermitId> own) {
        Crossing crossing = new Crossing(
                UUID.randomUUID(),
                Optional.empty(),
                "3034257BF400B7800004CB2F",
                new PortalCode("P-101"),
                way,
                allowed,
                reason,
                named,
                Instant.EPOCH);
        return CrossingRules.read(crossing, () -> own);
    }
}
