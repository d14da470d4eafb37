package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violation;
import io.tallygate.commons.problem.Violations;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A device before and after a change that is well formed; judges whether the change may be. */
public record DeviceRevision(Device before, DeviceDetails after, DeviceState stateAfter) {

    /** The change on paper, or 400 with everything that is malformed. */
    public static Outcome<DeviceRevision> of(Device device, DeviceChange change) {
        if (change.stateOf(device).isEmpty()) {
            return Outcome.refused(
                    Refusal.invalid(DeviceField.STATE.path(), "UNKNOWN_STATE", "This is not a state of a device"));
        }
        DeviceState state = change.stateOf(device).orElseThrow();
        return change.appliedTo(device)
                .check()
                .map(wellFormed -> new DeviceRevision(device, wellFormed.details(), state));
    }

    /** Paths of the fields that differ, in the order of {@link DeviceField}. */
    public List<String> changedFields() {
        DeviceDetails now = before.details();
        return Stream.of(DeviceField.values())
                .filter(field -> switch (field) {
                    case NAME -> !now.name().equals(after.name());
                    case MANUFACTURER -> !now.manufacturer().equals(after.manufacturer());
                    case MODEL -> !now.model().equals(after.model());
                    case LEVEL -> now.level() != after.level();
                    case DEPARTMENT -> !now.departmentCode().equals(after.departmentCode());
                    case KEEPER -> !now.keeperNo().equals(after.keeperNo());
                    case CABINET -> !Objects.equals(now.cabinetCode(), after.cabinetCode());
                    case EPC -> !Objects.equals(now.epc(), after.epc());
                    case TID -> !Objects.equals(now.tid(), after.tid());
                    case STATE -> before.state() != stateAfter;
                })
                .map(DeviceField::path)
                .toList();
    }

    /**
     * Every rule that the change violates. What stays as it is, is not judged again: a keeper who has left must not keep anybody from
     * correcting the name.
     */
    public List<Violation> violations(Surroundings surroundings, int actorClearanceRank) {
        Violations violations = new Violations();
        Set<String> judged = new HashSet<>(changedFields());
        if (judged.contains(DeviceField.LEVEL.path())) {
            judged.add(DeviceField.KEEPER.path());
            judged.add(DeviceField.CABINET.path());
        }
        violations.addIf(
                before.details().level().above(after.level()),
                DeviceField.LEVEL.path(),
                "LEVEL_LOWERED",
                "A level never drops by a mere change (D8)");
        violations.addIf(
                !before.state().mayBecome(stateAfter),
                DeviceField.STATE.path(),
                "ILLEGAL_STATE_CHANGE",
                before.state() + " cannot become " + stateAfter);
        LedgerRule.violations(after, surroundings, actorClearanceRank).stream()
                .filter(violation -> judged.contains(violation.field()))
                .forEach(violation -> violations.add(violation.field(), violation.code(), violation.message()));
        return violations.list();
    }

    /** The unique keys that it would take anew. */
    public Map<UniqueKey, List<String>> newKeys() {
        Map<UniqueKey, String> old = UniqueKey.of(before.details());
        Map<UniqueKey, List<String>> taken = new EnumMap<>(UniqueKey.class);
        UniqueKey.of(after).forEach((key, value) -> {
            if (!value.equals(old.get(key))) {
                taken.put(key, List.of(value));
            }
        });
        return taken;
    }

    /** Whether its number says a ledger that it no longer belongs in; a number of somebody's own pattern says none. */
    public boolean movesToAnotherLedger() {
        return before.ledgerNo()
                .ledger()
                .filter(ledger -> ledger != after.ledger())
                .isPresent();
    }
}
