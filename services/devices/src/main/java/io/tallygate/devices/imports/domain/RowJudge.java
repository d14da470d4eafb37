package io.tallygate.devices.imports.domain;

import io.tallygate.commons.identity.Level;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Violation;
import io.tallygate.devices.ledger.domain.Classification;
import io.tallygate.devices.ledger.domain.DeviceDraft;
import io.tallygate.devices.ledger.domain.LedgerRule;
import io.tallygate.devices.ledger.domain.Surroundings;
import java.util.List;
import java.util.Optional;

/** Judges rows one by one, as registering by hand would. */
public final class RowJudge {

    private final ColumnPlan plan;
    private final Surroundings surroundings;
    private final int clearanceRank;

    /** @param clearanceRank of whoever imports */
    public RowJudge(ColumnPlan plan, Surroundings surroundings, int clearanceRank) {
        this.plan = plan;
        this.surroundings = surroundings;
        this.clearanceRank = clearanceRank;
    }

    /** @param cells as many as the header has */
    public RowVerdict judge(long row, List<String> cells) {
        List<Rejection> formulas = plan.columns().keySet().stream()
                .filter(field -> Formulas.isFormula(plan.cell(cells, field)))
                .sorted()
                .map(field -> new Rejection(
                        row, field.path(), "FORMULA", "A cell must not begin like a formula", plan.cell(cells, field)))
                .toList();
        if (!formulas.isEmpty()) {
            return new RowVerdict.Rejected(row, formulas);
        }
        String flag = plan.cell(cells, ImportField.CLASSIFIED);
        if (!flag.isBlank() && Terms.flag(flag).isEmpty()) {
            return rejected(
                    row, cells, List.of(new Violation("classified", "UNKNOWN_VALUE", "This is neither yes nor no")));
        }
        return switch (draft(cells, flag).check()) {
            case Outcome.Refused<DeviceDraft.WellFormed> refused ->
                rejected(row, cells, refused.refusal().violations());
            case Outcome.Done<DeviceDraft.WellFormed> done -> ruled(row, cells, done.value());
        };
    }

    private RowVerdict ruled(long row, List<String> cells, DeviceDraft.WellFormed device) {
        List<Violation> violations = LedgerRule.violations(device.details(), surroundings, clearanceRank);
        return violations.isEmpty()
                ? new RowVerdict.Candidate(row, device.ledgerNo(), device.details())
                : rejected(row, cells, violations);
    }

    private DeviceDraft draft(List<String> cells, String flag) {
        String level = Terms.level(plan.cell(cells, ImportField.LEVEL));
        String epc = plan.cell(cells, ImportField.EPC);
        String tid = plan.cell(cells, ImportField.TID);
        return new DeviceDraft(
                plan.cell(cells, ImportField.LEDGER_NO),
                Terms.kind(plan.cell(cells, ImportField.KIND)),
                classified(flag, level),
                level,
                plan.cell(cells, ImportField.NAME),
                plan.cell(cells, ImportField.MANUFACTURER),
                plan.cell(cells, ImportField.MODEL),
                plan.cell(cells, ImportField.SERIAL_NO),
                plan.cell(cells, ImportField.DISK_SERIAL_NO),
                plan.cell(cells, ImportField.USB_UNIQUE_ID),
                plan.cell(cells, ImportField.DEPARTMENT),
                plan.cell(cells, ImportField.KEEPER),
                plan.cell(cells, ImportField.CABINET),
                !epc.isBlank() || !tid.isBlank(),
                epc,
                tid);
    }

    /** Left out it follows from the level; with an unknown level the level alone is to blame. */
    private static boolean classified(String flag, String level) {
        Optional<Level> known = Level.ofName(level);
        return Terms.flag(flag)
                .orElseGet(() -> known.map(Classification::classified).orElse(false));
    }

    private RowVerdict rejected(long row, List<String> cells, List<Violation> violations) {
        return new RowVerdict.Rejected(
                row,
                violations.stream()
                        .map(violation -> new Rejection(
                                row, violation.field(), violation.code(), violation.message(), value(cells, violation)))
                        .toList());
    }

    private String value(List<String> cells, Violation violation) {
        return ImportField.named(violation.field())
                .map(field -> plan.cell(cells, field))
                .orElse("");
    }
}
