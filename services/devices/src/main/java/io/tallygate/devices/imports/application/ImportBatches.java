package io.tallygate.devices.imports.application;

import io.tallygate.devices.imports.csv.CsvRow;
import io.tallygate.devices.imports.csv.RowReader;
import io.tallygate.devices.imports.domain.Rejection;
import io.tallygate.devices.imports.domain.RowJudge;
import io.tallygate.devices.imports.domain.RowVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows judged one by one and handed on in batches, beginning behind the last row that is dealt with. */
final class ImportBatches {

    /** @param lastRow the row it reaches to */
    record Batch(List<RowVerdict> verdicts, long lastRow) {}

    private final RowReader rows;
    private final RowJudge judge;
    private final int size;
    private final long behind;

    ImportBatches(RowReader rows, RowJudge judge, int size, long behind) {
        this.rows = rows;
        this.judge = judge;
        this.size = size;
        this.behind = behind;
    }

    Optional<Batch> next() throws IOException {
        List<RowVerdict> verdicts = new ArrayList<>(size);
        while (verdicts.size() < size) {
            CsvRow row = nextBehind();
            if (row == null) {
                break;
            }
            verdicts.add(verdict(row));
        }
        return verdicts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(verdicts, verdicts.getLast().row()));
    }

    private @Nullable CsvRow nextBehind() throws IOException {
        CsvRow row = rows.next();
        while (row != null && row.number() <= behind) {
            row = rows.next();
        }
        return row;
    }

    private RowVerdict verdict(CsvRow row) {
        return switch (row) {
            case CsvRow.Cells cells -> judge.judge(cells.number(), cells.cells());
            case CsvRow.Unreadable unreadable ->
                new RowVerdict.Rejected(
                        unreadable.number(),
                        List.of(new Rejection(
                                unreadable.number(), "", unreadable.code(), unreadable.message(), unreadable.text())));
        };
    }
}
