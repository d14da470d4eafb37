package io.tallygate.gate.verdict;

import static io.tallygate.gate.verdict.Gates.ELSEWHERE;
import static io.tallygate.gate.verdict.Gates.HERE;
import static io.tallygate.gate.verdict.Gates.NOON;
import static io.tallygate.gate.verdict.Gates.THEIR_TAG;
import static io.tallygate.gate.verdict.Gates.aLaptop;
import static io.tallygate.gate.verdict.Gates.aPermit;
import static io.tallygate.gate.verdict.Gates.aPermitForToday;
import static io.tallygate.gate.verdict.Gates.in;
import static io.tallygate.gate.verdict.Gates.out;
import static io.tallygate.gate.verdict.ReasonCode.GHOST_ITEM;
import static io.tallygate.gate.verdict.ReasonCode.NO_PERMIT;
import static io.tallygate.gate.verdict.ReasonCode.PERMIT_EXPIRED;
import static io.tallygate.gate.verdict.ReasonCode.PERMIT_NOT_YET_VALID;
import static io.tallygate.gate.verdict.ReasonCode.RETURNED;
import static io.tallygate.gate.verdict.ReasonCode.RETURN_UNEXPECTED;
import static io.tallygate.gate.verdict.ReasonCode.STATE_UNKNOWN;
import static io.tallygate.gate.verdict.ReasonCode.TAG_MISMATCH;
import static io.tallygate.gate.verdict.ReasonCode.UNREGISTERED_TAG;
import static io.tallygate.gate.verdict.ReasonCode.WRONG_PORTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.gate.ledger.ItemState;
import io.tallygate.gate.ledger.KnownPermit;
import io.tallygate.gate.ledger.PermitId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateRulesTest {
    private static final Duration TOO_OLD = Duration.ofHours(1);

    private static Judgement alarm(ReasonCode reason) {
        return new Judgement.Alarm(reason);
    }

    private static Judgement note(ReasonCode reason) {
        return new Judgement.Note(reason);
    }

    @Test
    void shouldIgnoreForeignTag() {
        assertThat(out(null).of(THEIR_TAG).judged()).isEqualTo(new Judgement.Ignore());
        assertThat(in(null).of(THEIR_TAG).judged()).isEqualTo(new Judgement.Ignore());
    }

    @Test
    void shouldNotIgnoreARegisteredTagUnderAnotherPrefix() {
        assertThat(out(aLaptop(ItemState.IN_PLACE)).of(THEIR_TAG).judged()).isEqualTo(alarm(NO_PERMIT));
    }

    @Test
    void shouldAlarmUnregisteredTag() {
        assertThat(out(null).judged()).isEqualTo(alarm(UNREGISTERED_TAG));
        assertThat(in(null).judged()).isEqualTo(alarm(UNREGISTERED_TAG));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPOSED", "DESTROYED"})
    void shouldAlarmGhostItemEvenUnderPermit(ItemState gone) {
        assertThat(out(aLaptop(gone), aPermitForToday(HERE)).judged()).isEqualTo(alarm(GHOST_ITEM));
        assertThat(in(aLaptop(gone)).judged()).isEqualTo(alarm(GHOST_ITEM));
    }

    @Test
    void shouldAlarmTagMismatchEvenUnderPermit() {
        assertThat(out(aLaptop(ItemState.IN_PLACE), aPermitForToday(HERE))
                        .reading("E2809999")
                        .judged())
                .isEqualTo(alarm(TAG_MISMATCH));
    }

    @Test
    void shouldAllowPermitted() {
        Judgement permitted = new Judgement.Allow(new PermitId("permit-1"));

        assertThat(out(aLaptop(ItemState.IN_PLACE), aPermitForToday(HERE)).judged())
                .isEqualTo(permitted);
        assertThat(out(aLaptop(ItemState.IN_PLACE), aPermitForToday(HERE))
                        .reading("e2801160")
                        .judged())
                .isEqualTo(permitted);
    }

    @Test
    void shouldAllowPermittedHoweverOldTheLedger() {
        assertThat(out(aLaptop(ItemState.IN_PLACE), aPermitForToday(HERE))
                        .withLedgerAged(TOO_OLD)
                        .judged())
                .isInstanceOf(Judgement.Allow.class);
    }

    @Test
    void shouldAlarmPermitNotYetValid() {
        assertThat(out(aLaptop(ItemState.IN_PLACE), aPermit(HERE, NOON.plusSeconds(1), NOON.plusSeconds(9)))
                        .judged())
                .isEqualTo(alarm(PERMIT_NOT_YET_VALID));
    }

    @Test
    void shouldAlarmPermitExpiredAtTheVeryMoment() {
        assertThat(out(aLaptop(ItemState.IN_PLACE), aPermit(HERE, NOON.minusSeconds(9), NOON))
                        .judged())
                .isEqualTo(alarm(PERMIT_EXPIRED));
    }

    @Test
    void shouldAlarmAPermitTheLedgerCallsExpired() {
        KnownPermit permit = aPermitForToday(HERE);
        KnownPermit expired = new KnownPermit(
                permit.permitId(), false, permit.items(), permit.portals(), permit.validFrom(), permit.validUntil());

        assertThat(out(aLaptop(ItemState.IN_PLACE), expired).judged()).isEqualTo(alarm(PERMIT_EXPIRED));
    }

    @Test
    void shouldAlarmWrongPortal() {
        assertThat(out(aLaptop(ItemState.IN_PLACE), aPermitForToday(ELSEWHERE)).judged())
                .isEqualTo(alarm(WRONG_PORTAL));
    }

    @Test
    void shouldAlarmNoPermit() {
        assertThat(out(aLaptop(ItemState.IN_PLACE)).judged()).isEqualTo(alarm(NO_PERMIT));
        assertThat(out(aLaptop(ItemState.OUT_UNDER_PERMIT)).judged()).isEqualTo(alarm(NO_PERMIT));
    }

    @Test
    void shouldFollowTheFailModeWhileTheLedgerIsTooOld() {
        assertThat(out(aLaptop(ItemState.IN_PLACE)).withLedgerAged(TOO_OLD).judged())
                .isEqualTo(alarm(STATE_UNKNOWN));
        assertThat(out(aLaptop(ItemState.IN_PLACE))
                        .withLedgerAged(TOO_OLD)
                        .atAnOpenPortal()
                        .judged())
                .isEqualTo(note(STATE_UNKNOWN));
    }

    @Test
    void shouldFollowTheFailModeWhileTheLedgerIsLost() {
        assertThat(out(null).withLedgerAged(null).judged()).isEqualTo(alarm(STATE_UNKNOWN));
        assertThat(out(null).of(THEIR_TAG).withLedgerAged(null).judged()).isEqualTo(alarm(STATE_UNKNOWN));
        assertThat(out(null).withLedgerAged(null).atAnOpenPortal().judged()).isEqualTo(note(STATE_UNKNOWN));
        assertThat(in(null).withLedgerAged(null).judged()).isEqualTo(note(STATE_UNKNOWN));
    }

    @Test
    void shouldRecordReturned() {
        assertThat(in(aLaptop(ItemState.OUT_UNDER_PERMIT)).judged()).isEqualTo(note(RETURNED));
    }

    @Test
    void shouldRecordReturnUnexpected() {
        assertThat(in(aLaptop(ItemState.IN_PLACE)).judged()).isEqualTo(note(RETURN_UNEXPECTED));
        assertThat(in(aLaptop(ItemState.MISSING)).judged()).isEqualTo(note(RETURN_UNEXPECTED));
    }
}
