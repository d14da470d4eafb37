package io.tallygate.gate.verdict;

import io.tallygate.gate.ledger.FailMode;
import io.tallygate.gate.ledger.ItemState;
import io.tallygate.gate.ledger.KnownItem;
import io.tallygate.gate.ledger.KnownPermit;
import io.tallygate.gate.ledger.Tid;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The verdict table. The first rule that speaks decides.
 *
 * <p>What the ledger says holds however old the copy is: a ghost, another chip, a permit in force. What it does not say
 * (no permit) holds only while the copy is current; beyond that the portal's fail mode rules (STATE_UNKNOWN). A lost copy
 * says nothing at all, so the fail mode rules before anything else. Inward the fail mode never alarms: nothing leaves.
 */
public final class GateRules {
    /** Goes with every crossing, after the detector's own version; changes with the rules here. */
    public static final String VERSION = "gate/1";

    private final CompanyPrefixes ours;
    private final List<GateRule> rules;

    public GateRules(CompanyPrefixes ours) {
        this.ours = ours;
        this.rules = List.of(
                new GateRule("the ledger is lost", passage -> passage.isLedgerLost() ? unknown(passage) : null),
                new GateRule("the tag is not ours", this::foreignTag),
                new GateRule("our tag is not registered", GateRules::unregisteredTag),
                new GateRule("the item is gone for good", GateRules::ghostItem),
                new GateRule("the chip is not the one enrolled", GateRules::tagMismatch),
                new GateRule("a permit covers item, portal and moment", GateRules::permitted),
                new GateRule("the ledger is too old to miss a permit in", GateRules::stateUnknown),
                new GateRule(
                        "a permit here is not valid yet",
                        passage -> refused(passage, KnownPermit::isNotYetValidAt, ReasonCode.PERMIT_NOT_YET_VALID)),
                new GateRule(
                        "a permit here has run out",
                        passage -> refused(passage, KnownPermit::hasExpiredAt, ReasonCode.PERMIT_EXPIRED)),
                new GateRule("a permit covers other portals", GateRules::wrongPortal),
                new GateRule(
                        "no permit",
                        passage -> passage.isOutward() ? new Judgement.Alarm(ReasonCode.NO_PERMIT) : null));
    }

    public Judgement judge(Passage passage) {
        for (GateRule rule : rules) {
            Judgement judgement = rule.decide().apply(passage);
            if (judgement != null) {
                return judgement;
            }
        }
        return returned(passage);
    }

    private static Judgement unknown(Passage passage) {
        return passage.isOutward() && passage.portal().failMode() == FailMode.SECURE
                ? new Judgement.Alarm(ReasonCode.STATE_UNKNOWN)
                : new Judgement.Note(ReasonCode.STATE_UNKNOWN);
    }

    private @Nullable Judgement foreignTag(Passage passage) {
        return passage.item() == null && !ours.covers(passage.epc()) ? new Judgement.Ignore() : null;
    }

    private static @Nullable Judgement unregisteredTag(Passage passage) {
        return passage.item() == null ? new Judgement.Alarm(ReasonCode.UNREGISTERED_TAG) : null;
    }

    private static @Nullable Judgement ghostItem(Passage passage) {
        return isItem(passage, item -> item.state().isGone()) ? new Judgement.Alarm(ReasonCode.GHOST_ITEM) : null;
    }

    private static @Nullable Judgement tagMismatch(Passage passage) {
        Tid read = passage.tid();
        boolean mismatch = read != null
                && isItem(passage, item -> item.tid() != null && !item.tid().isOfSameChip(read));
        return mismatch ? new Judgement.Alarm(ReasonCode.TAG_MISMATCH) : null;
    }

    private static @Nullable Judgement permitted(Passage passage) {
        if (!passage.isOutward()) {
            return null;
        }
        return passage.permits().stream()
                .filter(permit -> permit.covers(passage.portal().code()) && permit.isValidAt(passage.moment()))
                .findFirst()
                .map(permit -> new Judgement.Allow(permit.permitId()))
                .orElse(null);
    }

    private static @Nullable Judgement stateUnknown(Passage passage) {
        return passage.isOutward() && !passage.isLedgerCurrent() ? unknown(passage) : null;
    }

    private static @Nullable Judgement refused(Passage passage, PermitTest test, ReasonCode reason) {
        boolean applies = passage.isOutward()
                && passage.permits().stream()
                        .anyMatch(permit ->
                                permit.covers(passage.portal().code()) && test.holds(permit, passage.moment()));
        return applies ? new Judgement.Alarm(reason) : null;
    }

    private static @Nullable Judgement wrongPortal(Passage passage) {
        boolean elsewhere = passage.isOutward()
                && passage.permits().stream().anyMatch(permit -> permit.isValidAt(passage.moment()));
        return elsewhere ? new Judgement.Alarm(ReasonCode.WRONG_PORTAL) : null;
    }

    private static Judgement returned(Passage passage) {
        return new Judgement.Note(
                isItem(passage, item -> item.state() == ItemState.OUT_UNDER_PERMIT)
                        ? ReasonCode.RETURNED
                        : ReasonCode.RETURN_UNEXPECTED);
    }

    private static boolean isItem(Passage passage, Predicate<KnownItem> test) {
        KnownItem item = passage.item();
        return item != null && test.test(item);
    }

    @FunctionalInterface
    private interface PermitTest {
        boolean holds(KnownPermit permit, Instant moment);
    }
}
