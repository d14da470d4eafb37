package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.problem.Violation;
import java.util.List;
import java.util.Optional;

/** The rules a device must obey to stand in a ledger, each a sentence; together they are {@link #ALL}. */
@FunctionalInterface
public interface LedgerRule {

    Optional<Violation> violatedBy(DeviceDetails device, Surroundings surroundings, int actorClearanceRank);

    LedgerRule NOBODY_REGISTERS_ABOVE_THEIR_CLEARANCE = (device, surroundings, clearance) ->
            when(device.level().rank() > clearance, "level", "ABOVE_CLEARANCE", "You are not cleared for this level");

    LedgerRule THE_DEPARTMENT_EXISTS = (device, surroundings, clearance) -> when(
            !surroundings.hasDepartment(device.departmentCode()),
            "departmentCode",
            "UNKNOWN_DEPARTMENT",
            "There is no such department");

    /** D4: somebody answers for every device. */
    LedgerRule THE_KEEPER_WORKS_HERE = (device, surroundings, clearance) -> when(
            surroundings.clearanceOf(device.keeperNo()).isEmpty(),
            "keeperNo",
            "UNKNOWN_KEEPER",
            "Nobody with this number works here");

    LedgerRule THE_KEEPER_IS_CLEARED = (device, surroundings, clearance) -> when(
            surroundings
                    .clearanceOf(device.keeperNo())
                    .filter(keeper -> device.level().above(keeper))
                    .isPresent(),
            "keeperNo",
            "KEEPER_NOT_CLEARED",
            "The keeper is not cleared for this level");

    LedgerRule THE_CABINET_EXISTS = (device, surroundings, clearance) -> when(
            device.cabinetCode() != null
                    && surroundings.highestLevelIn(device.cabinetCode()).isEmpty(),
            "cabinetCode",
            "UNKNOWN_CABINET",
            "There is no such cabinet");

    LedgerRule THE_CABINET_MAY_HOLD_THE_LEVEL = (device, surroundings, clearance) -> when(
            device.cabinetCode() != null
                    && surroundings
                            .highestLevelIn(device.cabinetCode())
                            .filter(highest -> device.level().above(highest))
                            .isPresent(),
            "cabinetCode",
            "CABINET_NOT_FOR_LEVEL",
            "This cabinet may not hold this level");

    List<LedgerRule> ALL = List.of(
            NOBODY_REGISTERS_ABOVE_THEIR_CLEARANCE,
            THE_DEPARTMENT_EXISTS,
            THE_KEEPER_WORKS_HERE,
            THE_KEEPER_IS_CLEARED,
            THE_CABINET_EXISTS,
            THE_CABINET_MAY_HOLD_THE_LEVEL);

    /** Every rule that {@code device} violates. */
    static List<Violation> violations(DeviceDetails device, Surroundings surroundings, int actorClearanceRank) {
        return ALL.stream()
                .flatMap(rule -> rule.violatedBy(device, surroundings, actorClearanceRank).stream())
                .toList();
    }

    private static Optional<Violation> when(boolean violated, String field, String code, String message) {
        return violated ? Optional.of(new Violation(field, code, message)) : Optional.empty();
    }
}
